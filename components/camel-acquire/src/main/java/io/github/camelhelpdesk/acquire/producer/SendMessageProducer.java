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
package io.github.camelhelpdesk.acquire.producer;

import java.util.List;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.acquire.consumer.IncompleteThreadException;
import io.github.camelhelpdesk.acquire.consumer.WholeThread;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.producer.PartSearch;
import io.github.camelhelpdesk.common.producer.SendingProducer;
import io.github.camelhelpdesk.common.producer.SentPart;

/** Writes a message into a case, on its own channel or on a given one. */
final class SendMessageProducer extends SendingProducer<MessagePart> {

    private final SendChannel channel;
    private final TargetCases cases;
    private final MessageRequests requests;
    private final CaseWriter writer;
    private final WholeThread thread;

    SendMessageProducer(AcquireEndpoint endpoint, SendChannel channel) {
        super(endpoint);
        this.channel = channel;
        cases = new TargetCases(endpoint);
        requests = new MessageRequests(endpoint.getConfiguration());
        writer = new CaseWriter(endpoint, cases, channel);
        thread = new WholeThread(endpoint::client, endpoint.getConfiguration());
    }

    @Override
    public AcquireEndpoint getEndpoint() {
        return (AcquireEndpoint) super.getEndpoint();
    }

    @Override
    protected Object call(Exchange exchange) {
        String replaced = exchange.getMessage().getHeader(HelpdeskConstants.REPLACES_ID, String.class);
        // A mail or SMS is gone: what replaces it has to be sent as well.
        return replaced == null || channel.of(target(exchange, conversation(exchange))) != SendChannel.chat
                ? super.call(exchange)
                : replace(exchange, replaced);
    }

    /** Doing so again does no harm, so that it need not be looked for. */
    private Object replace(Exchange exchange, String ids) {
        String conversationId = conversation(exchange);
        List<String> replaced = List.of(ids.split(","));
        String id = replaced.get(0);
        AcquireMessage changed = writer.replace(replaced, parts(exchange));
        exchange.getMessage().setHeader(HelpdeskConstants.MESSAGE_ID, id);
        exchange.getMessage().setHeader(HelpdeskConstants.CONVERSATION_ID, conversationId);
        exchange.setProperty(HelpdeskConstants.MESSAGE_ID, id);
        return changed;
    }

    @Override
    protected String conversation(Exchange exchange) {
        AcquireEndpoint endpoint = getEndpoint();
        String option = endpoint.getThreadId();
        String caseId = caseId(exchange);
        if (option == null && caseId != null) {
            option = cases.named(caseId).threadId();
        }
        return conversation(exchange, AcquireConstants.THREAD_ID, option, "threadId");
    }

    private String caseId(Exchange exchange) {
        String header = ownHeader(exchange, AcquireConstants.CASE_ID, String.class);
        return header == null ? getEndpoint().getCaseId() : header;
    }

    /** The case that is named, if it is one of the thread; else the thread's newest that takes messages. */
    private TargetCase target(Exchange exchange, String conversationId) {
        String caseId = caseId(exchange);
        TargetCase named = caseId == null ? null : cases.named(caseId);
        return named != null && named.threadId().equals(conversationId) ? named : cases.of(conversationId);
    }

    @Override
    protected List<MessagePart> parts(Exchange exchange) {
        TargetCase target = target(exchange, conversation(exchange));
        return requests.of(exchange, target, channel).stream().map(MessagePart::of).toList();
    }

    @Override
    protected MessagePart withMarker(MessagePart part, String marker) {
        return part.withMarker(marker);
    }

    @Override
    protected String marker(MessagePart part) {
        return part.marker();
    }

    @Override
    protected SentPart send(String conversationId, MessagePart part, Exchange exchange) {
        AcquireMessage sent = writer.write(part, target(exchange, conversationId));
        return new SentPart(sent.messageId(), sent);
    }

    @Override
    protected void lookUp(String conversationId, List<MessagePart> parts, String afterId, PartSearch search) {
        TargetCase target = cases.of(conversationId);
        try {
            List<SourceMessage> messages = thread.read(conversationId, target.contactId()).messages();
            new MessageSearch(parts, afterId, speaker(target, parts.get(0).request())).in(messages, search);
        } catch (IncompleteThreadException e) {
            search.mayBeOurs(e.getMessage());
        }
    }

    private Speaker speaker(TargetCase target, AcquireMessageRequest request) {
        return request.isContacts() ? new Speaker(AcquireMessageRequest.CONTACT, target.contactId())
                : new Speaker(AcquireMessageRequest.USER, getEndpoint().identity().userId());
    }
}
