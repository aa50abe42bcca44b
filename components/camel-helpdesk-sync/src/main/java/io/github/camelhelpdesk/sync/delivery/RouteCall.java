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

import java.time.Instant;
import java.util.concurrent.ExecutionException;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.AttachmentSource;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.HelpdeskSyncEndpoint;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.ledger.LaneSubjects;
import io.github.camelhelpdesk.sync.ledger.MessageCopies;
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.ledger.TargetMessage;
import io.github.camelhelpdesk.sync.mapping.ConversationMapper;

/** Makes the exchange of one row, with all that its sender must know, and puts it through the route. */
final class RouteCall {

    private static final Logger LOG = LoggerFactory.getLogger(RouteCall.class);

    private final DeliveryConsumer consumer;
    private final DeliverySettings settings;
    private final ConversationMapper mapper;
    private final TripWire tripWire;
    private final MessageCopies copies;
    private final LaneSubjects subjects;
    private final Endings endings;

    RouteCall(DeliveryConsumer consumer, DeliverySettings settings, ConversationMapper mapper, TripWire tripWire,
            MessageCopies copies, LaneSubjects subjects, Endings endings) {
        this.consumer = consumer;
        this.settings = settings;
        this.mapper = mapper;
        this.tripWire = tripWire;
        this.copies = copies;
        this.subjects = subjects;
        this.endings = endings;
    }

    /** Returns when the attempt has ended, in the route or before it. */
    void call(MessageRow row, Step.Send send, int permit) throws InterruptedException {
        String conversation;
        String replyTo;
        String subjectLine;
        try {
            conversation = mapper.conversationFor(row.lane(), send.message());
            tripWire.pass(conversation);
            replyTo = replyTo(send.message(), conversation);
            subjectLine = subjectLine(row, send.message().subject(), conversation);
        } catch (RuntimeException e) {
            endings.failed(new HandOut(row, null, null, permit), e);
            return;
        }
        boolean isShared = mapper.isShared(conversation);
        HandOut handOut = new HandOut(isShared ? lookedFor(row) : row, conversation, Instant.now(), permit, isShared);
        Exchange exchange = exchange(handOut, send.message());
        setIfKnown(exchange.getIn(), HelpdeskConstants.REPLY_TO_ID, replyTo);
        setIfKnown(exchange.getIn(), HelpdeskConstants.SUBJECT_LINE, subjectLine);
        setIfKnown(exchange.getIn(), HelpdeskConstants.REPLACES_ID, send.replaces().stream()
                .filter(copy -> copy.conversation().equals(conversation)).map(TargetMessage::id)
                .reduce((before, id) -> before + "," + id).orElse(null));
        process(handOut, exchange);
    }

    /** Another import may send it at any time. Unless it is to be sent all the same, its absence never counts. */
    private MessageRow lookedFor(MessageRow row) {
        return settings.resendUnknown() && row.inDoubt() ? row : row.doubted(settings.latestNotFoundFrom());
    }

    private void process(HandOut handOut, Exchange exchange) throws InterruptedException {
        HandOutEnd end = new HandOutEnd(ended -> endings.ended(handOut, ended));
        exchange.getExchangeExtension().addOnCompletion(end);
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getUnitOfWork() == null && exchange.getExchangeExtension().containsOnCompletion(end)) {
            // The route did not take the exchange at all, so that nobody else will tell its end.
            end.onDone(exchange);
        }
        try {
            end.ended().get();
        } catch (ExecutionException e) {
            LOG.warn("The end of an attempt at {} could not be told", handOut.row(), e);
        }
    }

    private Exchange exchange(HandOut handOut, HelpdeskMessage message) {
        Exchange exchange = consumer.createExchange(true);
        MessageRow row = handOut.row();
        Message in = exchange.getIn();
        in.setBody(message);
        in.setHeader(HelpdeskConstants.MARKER, row.marker());
        in.setHeader(HelpdeskConstants.IN_DOUBT, row.inDoubt());
        in.setHeader(HelpdeskConstants.CONVERSATION_ID, handOut.conversation());
        // What the ledger holds of a file's address may have expired since.
        Side source = ((HelpdeskSyncEndpoint) consumer.getEndpoint()).source();
        AttachmentSource files = new RowFiles(source, row.failures() < settings.maxRedeliveries());
        exchange.setProperty(HelpdeskConstants.ATTACHMENT_SOURCE, files);
        exchange.setProperty(HelpdeskConstants.WITHDRAWN, row.isOnlyLookedFor());
        setIfKnown(in, HelpdeskConstants.AFTER_ID, row.afterId());
        setIfKnown(in, HelpdeskConstants.NOT_FOUND_FROM, row.notFoundFrom());
        setIfKnown(in, HelpdeskConstants.AUTHOR_PREFIX, settings.authorLine().of(message));
        if (settings.silent()) {
            in.setHeader(HelpdeskConstants.SILENT, true);
        }
        return exchange;
    }

    private static void setIfKnown(Message in, String header, Object value) {
        if (value != null) {
            in.setHeader(header, value);
        }
    }

    private String subjectLine(MessageRow row, String subject, String conversation) {
        return subject == null || subject.isBlank() ? null
                : settings.subjectLine().of(subject, subjects.before(row, conversation).orElse(null));
    }

    /**
     * Only what this link knows of the very conversation that is written to: an id of the source means another message there.
     */
    private String replyTo(HelpdeskMessage message, String conversation) {
        if (message.inReplyTo() == null || !settings.target().capabilities().contains(SideCapability.REPLY)) {
            return null;
        }
        return copies.idIn(conversation, new MessageKey(message.provider(), message.account(), message.conversationId(),
                message.inReplyTo())).orElse(null);
    }
}
