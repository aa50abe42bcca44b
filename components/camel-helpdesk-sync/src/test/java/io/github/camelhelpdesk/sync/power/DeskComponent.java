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
package io.github.camelhelpdesk.sync.power;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** One desk of a world as a side of a link. It looks before it writes, as a real one does, and tells of each step. */
final class DeskComponent extends DefaultComponent implements HelpdeskSide {

    /** Told of each moment at which the power may be cut. */
    interface Steps {
        /** @param late what lands after the cut if the request is on its way, or null */
        void at(String moment, World.Landing late);
    }

    private static final Duration SETTLE_TIME = Duration.ofMillis(40);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(20);

    private final String desk;
    private final World world;
    private final Steps steps;
    private final Mistake mistake;

    DeskComponent(String desk, World world, Steps steps, Mistake mistake) {
        this.desk = desk;
        this.world = world;
        this.steps = steps;
        this.mistake = mistake;
    }

    @Override
    public String provider() {
        return "desk";
    }

    @Override
    public String account() {
        return desk;
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public Duration responseTimeout() {
        return RESPONSE_TIMEOUT;
    }

    @Override
    public void checkTarget() {
        // Always there.
    }

    @Override
    public Optional<String> conversationKey(String conversationId) {
        return Optional.ofNullable(world.key(desk, conversationId));
    }

    @Override
    public OpenedConversation openConversation(ConversationRequest request) {
        boolean early = isEarly(request.inDoubt(), request.notFoundFrom());
        String known = world.find(desk, request.key());
        if (known != null) {
            return OpenedConversation.takenForNew(known);
        }
        refuseEarly(early, request.notFoundFrom());
        steps.at("before opening at " + desk, late -> late.open(desk, request.key()));
        String conversation = world.open(desk, request.key());
        steps.at("after opening at " + desk, null);
        return OpenedConversation.takenForNew(conversation);
    }

    private void send(Exchange exchange) {
        Message in = exchange.getMessage();
        String conversation = in.getHeader(HelpdeskConstants.CONVERSATION_ID, String.class);
        String marker = in.getHeader(HelpdeskConstants.MARKER, String.class);
        String text = in.getBody(HelpdeskMessage.class).text();
        boolean inDoubt = mistake != Mistake.SENDS_WITHOUT_LOOKING
                && in.getHeader(HelpdeskConstants.IN_DOUBT, false, boolean.class);
        Instant notFoundFrom = in.getHeader(HelpdeskConstants.NOT_FOUND_FROM, Instant.class);
        boolean early = isEarly(inDoubt, notFoundFrom);
        String id = inDoubt ? find(conversation, marker, in.getHeader(HelpdeskConstants.AFTER_ID, String.class)) : null;
        if (id == null) {
            refuseEarly(early, notFoundFrom);
            steps.at("before sending to " + desk, late -> late.store(desk, conversation, text, marker));
            id = world.store(desk, conversation, text, marker);
            steps.at("after sending to " + desk, null);
        }
        exchange.setProperty(HelpdeskConstants.MESSAGE_ID, id);
    }

    /** Looks no further back than it must, so that a wrong AfterId shows as a double. */
    private String find(String conversation, String marker, String afterId) {
        String found = null;
        for (World.Entry entry : world.messages(desk, conversation)) {
            found = entry.id().equals(afterId) ? null : marker.equals(entry.marker()) ? entry.id() : found;
        }
        return found;
    }

    /** What is on its way lands as late as it can: after a look-up that was too early, before the first one that counts. */
    private boolean isEarly(boolean inDoubt, Instant notFoundFrom) {
        boolean early = inDoubt && notFoundFrom != null && Instant.now().isBefore(notFoundFrom);
        if (inDoubt && !early) {
            world.land();
        }
        return early;
    }

    private void refuseEarly(boolean early, Instant notFoundFrom) {
        if (early) {
            world.land();
            throw new NotFoundYetException("Not found yet", notFoundFrom);
        }
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                return new DefaultProducer(this) {
                    @Override
                    public void process(Exchange exchange) {
                        send(exchange);
                    }
                };
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                throw new UnsupportedOperationException("The desk is read by its Reader");
            }
        };
    }
}
