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
package io.github.camelhelpdesk.sync.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;

import io.github.camelhelpdesk.sync.HelpdeskSyncEndpoint;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.delivery.DeliveryConsumer;
import io.github.camelhelpdesk.sync.delivery.DeliverySettings;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;

/** How the routes of this application deliver a direction, as far as what a person does depends on it. */
final class DirectionAtWork {

    /** For a direction of which this application has neither a route nor the target's component. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final CamelContext context;
    private final Function<String, Side> sides;

    DirectionAtWork(CamelContext context, Function<String, Side> sides) {
        this.context = context;
        this.sides = sides;
    }

    /** From when on a message that was sent at the latest now, and is not found, was not sent. */
    Instant settled(DirectionKey direction) {
        return Instant.now().plus(settings(direction).map(found -> found.target().responseTimeout().plus(found.settleTime()))
                .orElseGet(() -> ofTheSide(direction.target())));
    }

    /** Whether a conversation may go on without its parked message; true where nobody knows. */
    boolean goesOverParked(DirectionKey direction) {
        return settings(direction).map(DeliverySettings::goOn).orElse(true);
    }

    private Duration ofTheSide(String name) {
        try {
            Side side = sides.apply(name);
            return side.responseTimeout().plus(side.settleTime());
        } catch (IllegalArgumentException noSuchComponent) {
            return LONGEST;
        }
    }

    private Optional<DeliverySettings> settings(DirectionKey direction) {
        return context.getRoutes().stream().map(Route::getConsumer).filter(DeliveryConsumer.class::isInstance)
                .map(consumer -> (HelpdeskSyncEndpoint) consumer.getEndpoint())
                .filter(endpoint -> endpoint.key().equals(direction)).findFirst()
                .map(HelpdeskSyncEndpoint::deliverySettings);
    }
}
