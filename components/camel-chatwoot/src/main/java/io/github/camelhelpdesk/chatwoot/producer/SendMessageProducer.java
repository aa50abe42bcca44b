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
import io.github.camelhelpdesk.common.producer.PartSearch;
import io.github.camelhelpdesk.common.producer.SendingProducer;
import io.github.camelhelpdesk.common.producer.SentPart;

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
        requests = new MessageRequests(endpoint.account(), endpoint.getConfiguration().getMaxTextLength());
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
    protected List<ChatwootMessageRequest> parts(Exchange exchange) {
        return requests.of(exchange);
    }

    @Override
    protected ChatwootMessageRequest withMarker(ChatwootMessageRequest part, String marker) {
        return part.withAttribute(ChatwootMessage.MARKER, marker);
    }

    @Override
    protected String marker(ChatwootMessageRequest part) {
        Object marker = part.contentAttributes() == null ? null : part.contentAttributes().get(ChatwootMessage.MARKER);
        return marker instanceof String text ? text : null;
    }

    @Override
    protected SentPart send(String conversationId, ChatwootMessageRequest request, Exchange exchange) {
        ChatwootMessageRequest marked = request;
        if (request.sourceId() == null && marker(request) != null && keepsSourceId(conversationId, request)) {
            marked = request.withSourceId(marker(request));
        }
        ChatwootMessage sent = getEndpoint().client().createMessage(conversationId, marked);
        if (request.content() != null && !request.content().equals(sent.content())) {
            LOG.warn("Message {} of conversation {} was stored with another text than was sent", sent.id(), conversationId);
        }
        return new SentPart(sent.id().toString(), sent);
    }

    @Override
    protected void lookUp(String conversationId, List<ChatwootMessageRequest> parts, String afterId, PartSearch search) {
        long after = afterId == null ? 0 : Long.parseLong(afterId);
        new MarkerSearch(parts, keepsSourceId(conversationId, parts.get(0)))
                .in(new ConversationReader(getEndpoint().client(), conversationId, after), search);
    }

    /** Whether a source id does no harm, and then stays whatever happens to the message. */
    private boolean keepsSourceId(String conversationId, ChatwootMessageRequest request) {
        // Incoming messages are taken by API inboxes only.
        return request.isIncoming() || inApiInbox.computeIfAbsent(conversationId, this::isInApiInbox);
    }

    private boolean isInApiInbox(String conversationId) {
        return ChatwootInbox.API.equals(getEndpoint().client().channel(conversationId));
    }
}
