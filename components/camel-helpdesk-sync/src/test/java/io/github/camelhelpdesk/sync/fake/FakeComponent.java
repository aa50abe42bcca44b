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
package io.github.camelhelpdesk.sync.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

import io.github.camelhelpdesk.common.AttachmentSource;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;

/** Speaks to a {@link FakeDesk} and keeps the sender's contract of sync.md. */
public class FakeComponent extends DefaultComponent implements HelpdeskSide {

    private final FakeDesk desk;

    public FakeComponent(FakeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String provider() {
        return "fake";
    }

    @Override
    public String account() {
        desk.identity.run();
        return desk.account();
    }

    @Override
    public Duration settleTime() {
        return desk.settleTime;
    }

    @Override
    public Duration responseTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void checkTarget() {
        desk.checks.incrementAndGet();
        desk.check.run();
    }

    @Override
    public void checkSilentTarget() {
        desk.checkSilent.run();
    }

    @Override
    public OpenedConversation openConversation(ConversationRequest request) {
        return desk.open(request);
    }

    @Override
    public List<HelpdeskMessage> messages(String conversationId) {
        return desk.list(provider(), conversationId);
    }

    @Override
    public Set<SideCapability> capabilities() {
        return desk.capabilities;
    }

    @Override
    public void deleteMessage(String conversationId, String messageId) {
        desk.delete(conversationId, messageId);
    }

    @Override
    public void setStatus(String conversationId, ConversationStatus status) {
        desk.setStatus(conversationId, status);
    }

    @Override
    public Optional<ConversationStatus> status(String conversationId) {
        ConversationStatus answer = desk.status(conversationId);
        desk.afterAskedStatus.accept(conversationId);
        return Optional.of(answer);
    }

    @Override
    public Optional<String> conversationKey(String conversationId) {
        return desk.key(conversationId);
    }

    @Override
    public Optional<String> senderId() {
        return desk.keepsMarks ? Optional.empty() : Optional.of("us");
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new FakeEndpoint(uri);
    }

    private final class FakeEndpoint extends DefaultEndpoint {

        FakeEndpoint(String uri) {
            super(uri, FakeComponent.this);
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) {
                    FakeComponent.this.send(exchange);
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            return new FakeConsumer(this, processor, desk);
        }
    }

    private void send(Exchange exchange) {
        Message in = exchange.getMessage();
        HelpdeskMessage message = in.getBody(HelpdeskMessage.class);
        FakeDesk.Call call = new FakeDesk.Call(in.getHeader(HelpdeskConstants.CONVERSATION_ID, String.class), message.text(),
                in.getHeader(HelpdeskConstants.MARKER, String.class), in.getHeader(HelpdeskConstants.IN_DOUBT, boolean.class),
                in.getHeader(HelpdeskConstants.NOT_FOUND_FROM, Instant.class),
                in.getHeader(HelpdeskConstants.AFTER_ID, String.class),
                in.getHeader(HelpdeskConstants.AUTHOR_PREFIX, String.class),
                in.getHeader(HelpdeskConstants.SUBJECT_LINE, String.class),
                in.getHeader(HelpdeskConstants.REPLY_TO_ID, String.class),
                in.getHeader(HelpdeskConstants.REPLACES_ID, String.class),
                message.attachments().stream().map(Attachment::id).toList(),
                exchange.getProperty(HelpdeskConstants.ATTACHMENT_SOURCE, AttachmentSource.class).mayWait(), System.nanoTime());
        if (in.getHeader(HelpdeskConstants.SILENT, false, boolean.class)) {
            desk.silent.add(call.text());
        }
        if (desk.recordCalls) {
            desk.calls.add(call);
        }
        desk.mostAtOnce.accumulateAndGet(desk.atOnce.incrementAndGet(), Math::max);
        try {
            String id = deliver(call, message, exchange.getProperty(HelpdeskConstants.WITHDRAWN, boolean.class));
            exchange.setProperty(id == null ? HelpdeskConstants.SKIPPED : HelpdeskConstants.MESSAGE_ID, id == null ? true : id);
        } finally {
            desk.atOnce.decrementAndGet();
        }
    }

    /** @return null when it is not there and not sent any more */
    private String deliver(FakeDesk.Call call, HelpdeskMessage message, boolean isWithdrawn) {
        if (call.inDoubt()) {
            Instant looked = Instant.now();
            desk.lookUp.play(call);
            desk.checkThere(call.conversation());
            String found = desk.find(call.conversation(), call.marker());
            if (found != null) {
                return found;
            }
            if (call.notFoundFrom() != null && looked.isBefore(call.notFoundFrom())) {
                throw new NotFoundYetException("Not found yet", call.notFoundFrom());
            }
            if (isWithdrawn) {
                return null;
            }
        }
        desk.beforeSend.play(call);
        String id = call.replaces() != null ? desk.replace(call)
                : desk.store(call, message.visibility() == Visibility.PRIVATE);
        desk.afterSend.play(call);
        return id;
    }
}
