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
package io.github.camelhelpdesk.sync.reread;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.EndpointAware;
import org.apache.camel.Navigate;
import org.apache.camel.Processor;
import org.apache.camel.Route;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.sync.HelpdeskSyncEndpoint;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;

/** Finds the consumer that reads one side of a link among the routes of the application. */
public final class SourceReaders {

    private final CamelContext context;

    public SourceReaders(CamelContext context) {
        this.context = context;
    }

    /**
     * The consumer of a direction's source: the one whose {@code cursorId} is {@code <link>-<source>}, as the template
     * {@code helpdesk-intake} sets it, or else the one whose route leads to the direction's intake.
     */
    public Optional<SourceReader> of(DirectionKey direction) {
        List<Route> routes = context.getRoutes().stream().filter(route -> reads(route, direction.source())).toList();
        String cursorId = direction.link() + "-" + direction.source();
        return routes.stream().filter(route -> cursorId.equals(cursorId(route.getConsumer()))).findFirst()
                .or(() -> routes.stream().filter(route -> leadsTo(route.navigate(), direction)).findFirst())
                .map(route -> reader(route.getConsumer()));
    }

    /**
     * Has a reader read everything again that was written at or after an instant, unless it is doing something like it. Of
     * all links: two that ask at once must not both find nothing under way.
     *
     * @return empty when a re-reading is under way
     * @throws IllegalStateException when the consumer is not running
     */
    public synchronized Optional<RereadProgress> begin(SourceReader reader, Instant from) {
        boolean isReading = reader.reread().filter(progress -> !progress.isEnded()).isPresent();
        return isReading ? Optional.empty() : Optional.of(reader.reread(from));
    }

    /** What to do when {@link #of} finds none. */
    public static String missing(DirectionKey direction) {
        return "No running route of this application reads " + direction.source() + " for the link " + direction.link()
                + ". Start the one from " + direction.source() + ":messages to helpdesk-sync:" + direction.link() + "?source="
                + direction.source() + "&target=" + direction.target() + "; if it has steps that hide this, give its consumer"
                + " cursorId=" + direction.link() + "-" + direction.source() + ".";
    }

    private boolean reads(Route route, String source) {
        Consumer consumer = route.getConsumer();
        return (consumer instanceof SourceReader || consumer instanceof MessagesConsumer)
                && context.getComponentNames().contains(source)
                && context.getComponent(source) == route.getEndpoint().getComponent();
    }

    private static SourceReader reader(Consumer consumer) {
        return consumer instanceof SourceReader own ? own : new MessagesReader((MessagesConsumer) consumer);
    }

    private static String cursorId(Consumer consumer) {
        return consumer.getEndpoint() instanceof HelpdeskEndpoint endpoint ? endpoint.getCursorId() : null;
    }

    private static boolean leadsTo(Navigate<Processor> step, DirectionKey direction) {
        return step != null && step.hasNext() && step.next().stream().anyMatch(next -> isIntake(next, direction)
                || next instanceof Navigate<?> && leadsTo(navigate(next), direction));
    }

    private static boolean isIntake(Processor step, DirectionKey direction) {
        return step instanceof EndpointAware sends && sends.getEndpoint() instanceof HelpdeskSyncEndpoint endpoint
                && endpoint.key().equals(direction);
    }

    @SuppressWarnings("unchecked")
    private static Navigate<Processor> navigate(Processor step) {
        return (Navigate<Processor>) step;
    }
}
