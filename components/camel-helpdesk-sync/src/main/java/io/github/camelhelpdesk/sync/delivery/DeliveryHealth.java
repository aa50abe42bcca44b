/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
 * except in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the
 * License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
 * either express or implied. See the License for the specific language governing permissions
 * and limitations under the License.
 */
package io.github.camelhelpdesk.sync.delivery;

import java.util.Map;
import java.util.Optional;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.LedgerException;

/** Raises the alarm when a direction's target is paused, or when a parked message holds its conversation up. */
final class DeliveryHealth extends AbstractHealthCheck {

    private volatile LedgerDirection direction;
    private volatile DeliverySettings settings;
    private volatile TripWire tripWire;

    DeliveryHealth(String routeId) {
        super("camel", "consumer:helpdesk-sync-" + routeId);
    }

    /** What to look at, once the consumer has started. */
    void watch(LedgerDirection watched, DeliverySettings how, TripWire wire) {
        tripWire = wire;
        settings = how;
        direction = watched;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        if (direction == null) {
            builder.message("Not started").unknown();
            return;
        }
        builder.detail("link", direction.key().link());
        builder.detail("source", direction.key().source());
        builder.detail("target", direction.key().target());
        builder.up();
        try {
            checkPause(builder);
            checkParked(builder);
            tripWire.alarm().ifPresent(alarm -> down(builder, alarm));
        } catch (LedgerException e) {
            down(builder, e.getMessage());
        }
    }

    private void checkPause(HealthCheckResultBuilder builder) {
        Optional<SidePause.Trouble> trouble = settings.pause().trouble();
        trouble.ifPresent(found -> down(builder.detail(FAILURE_START_TIME, found.since().toString()),
                "Nothing is sent to " + settings.target() + " for the moment; it is tried again by itself. The last"
                        + " attempt met: " + found.reason()));
    }

    private void checkParked(HealthCheckResultBuilder builder) {
        long parked = direction.parked();
        builder.detail("parked", parked);
        if (parked > 0 && !settings.goOn()) {
            down(builder, parked + " messages are parked and hold their conversations up. The first is "
                    + direction.firstParked().orElse("gone already"));
        }
    }

    /** As a detail too: MicroProfile Health shows details and errors, and leaves the message out. */
    private static void down(HealthCheckResultBuilder builder, String reason) {
        builder.message(reason).detail("error.message", reason).down();
    }
}
