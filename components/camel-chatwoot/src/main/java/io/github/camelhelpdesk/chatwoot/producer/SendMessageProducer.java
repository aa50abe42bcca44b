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
package io.github.camelhelpdesk.chatwoot.producer;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.support.LRUCacheFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;
import io.github.camelhelpdesk.chatwoot.consumer.ConversationReader;
import io.github.camelhelpdesk.chatwoot.model.ChatwootInbox;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.common.producer.LookUp;
import io.github.camelhelpdesk.common.producer.SendingProducer;
import io.github.camelhelpdesk.common.producer.SentMessage;

/**
 * Writes a message. Its marker stands in the content attributes, and in API inboxes as source id too, where it outlives a
 * deletion; in other inboxes a source id would stop the delivery (send_on_channel_service.rb).
 */
final class SendMessageProducer extends SendingProducer<ChatwootMessageRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessageProducer.class);
    private static final int REMEMBERED_CONVERSATIONS = 10_000;

    private final Map<String, Boolean> inApiInbox = LRUCacheFactory.newLRUCache(REMEMBERED_CONVERSATIONS);
    private final MessageRequests requests;

    SendMessageProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
        requests = new MessageRequests(endpoint.account());
    }

    @Override
    public ChatwootEndpoint getEndpoint() {
        return (ChatwootEndpoint) super.getEndpoint();
    }

    @Override
    protected String account() {
        return getEndpoint().account();
    }

    @Override
    protected String conversation(Exchange exchange) {
        Long option = getEndpoint().getConversationId();
        return conversation(exchange, ChatwootConstants.CONVERSATION_ID, option == null ? null : option.toString(),
                "conversationId");
    }

    @Override
    protected ChatwootMessageRequest request(Exchange exchange, String marker) {
        return requests.of(exchange).withAttribute(ChatwootMessage.MARKER, marker);
    }

    @Override
    protected SentMessage send(String conversationId, ChatwootMessageRequest request, Exchange exchange) {
        ChatwootMessageRequest marked = request;
        if (request.sourceId() == null && marker(request) != null && keepsSourceId(conversationId, request)) {
            marked = request.withSourceId(marker(request));
        }
        ChatwootMessage sent = getEndpoint().client().createMessage(conversationId, marked);
        if (request.content() != null && !request.content().equals(sent.content())) {
            LOG.warn("Message {} of conversation {} was stored with another text than was sent", sent.id(), conversationId);
        }
        return new SentMessage(List.of(sent.id().toString()), sent);
    }

    @Override
    protected LookUp lookUp(String conversationId, ChatwootMessageRequest request, String marker, String afterId) {
        if (marker == null) {
            return new LookUp.CannotTell("it has no marker to look for");
        }
        long after = afterId == null ? 0 : Long.parseLong(afterId);
        return new MarkerSearch(marker, request, keepsSourceId(conversationId, request))
                .in(new ConversationReader(getEndpoint().client(), conversationId, after));
    }

    /** Whether a source id does no harm, and then stays whatever happens to the message. */
    private boolean keepsSourceId(String conversationId, ChatwootMessageRequest request) {
        // Incoming messages are taken by API inboxes only.
        return request.isIncoming() || inApiInbox.computeIfAbsent(conversationId, this::isInApiInbox);
    }

    private boolean isInApiInbox(String conversationId) {
        return ChatwootInbox.API.equals(getEndpoint().client().channel(conversationId));
    }

    private static String marker(ChatwootMessageRequest request) {
        Object marker = request.contentAttributes() == null ? null : request.contentAttributes().get(ChatwootMessage.MARKER);
        return marker instanceof String text ? text : null;
    }
}
