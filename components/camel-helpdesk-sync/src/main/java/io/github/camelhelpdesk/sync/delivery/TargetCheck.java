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

import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.sync.Side;

/**
 * Asks the target whether messages can be delivered to it, before the first one. A wrong option stops the start; a target that
 * cannot be asked is paused and asked again.
 */
final class TargetCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TargetCheck.class);

    private final Side source;
    private final DeliverySettings settings;
    private volatile boolean done;

    TargetCheck(Side source, DeliverySettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /**
     * @return whether messages may be sent; otherwise the side is paused and {@link #repeat} must follow
     * @throws IllegalArgumentException when an option must be changed
     */
    boolean passesAtStart() {
        try {
            check();
            return true;
        } catch (HelpdeskException e) {
            LOG.warn("The target {} cannot be checked now and will be asked again: {}", settings.target(), e.getMessage());
            pause(settings.pause().permit(), e);
            return false;
        }
    }

    /** Asks again, pause after pause, so that the alarm ends by itself even when no message waits. */
    void repeat(BooleanSupplier stopping) {
        try {
            Integer permit = settings.pause().enter(stopping);
            while (permit != null && !passes(permit)) {
                permit = settings.pause().enter(stopping);
            }
            if (permit != null) {
                settings.pause().passed(permit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @param permit of the caller, taken back when the check fails
     * @return whether messages may be sent
     */
    boolean passes(int permit) {
        if (done) {
            return true;
        }
        try {
            check();
            return true;
        } catch (RuntimeException e) {
            pause(permit, e);
            return false;
        }
    }

    private void pause(int permit, RuntimeException e) {
        settings.pause().failed(permit, e.getMessage(), settings.backoff().after(settings.pause().failures()));
    }

    private void check() {
        Side target = settings.target();
        target.checkTarget();
        if (settings.silent()) {
            target.checkSilentTarget();
        }
        if (source.isKnown() && source.identity().equals(target.identity())) {
            throw new IllegalArgumentException("The source " + source + " and the target " + target + " are the same account "
                    + target.identity()
                    + ": messages would be copied to where they come from. Change the option source or target.");
        }
        done = true;
    }
}
