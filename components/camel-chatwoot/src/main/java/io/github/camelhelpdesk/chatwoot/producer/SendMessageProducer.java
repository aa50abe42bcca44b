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
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.chatwoot.ChatwootConfiguration;
import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;
import io.github.camelhelpdesk.chatwoot.consumer.ConversationReader;
import io.github.camelhelpdesk.chatwoot.model.ChatwootInbox;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.transform.Requests;
import io.github.camelhelpdesk.common.AttachmentSource;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.http.FileDownloads;
import io.github.camelhelpdesk.common.producer.AttachmentCopier;
import io.github.camelhelpdesk.common.producer.CopiedFile;
import io.github.camelhelpdesk.common.producer.CopiedFiles;
import io.github.camelhelpdesk.common.producer.PartSearch;
import io.github.camelhelpdesk.common.producer.SendingProducer;
import io.github.camelhelpdesk.common.producer.SentPart;

/**
 * Writes a message. Its marker stands in the content attributes, and in API inboxes as source id too, where it outlives a
 * deletion; in other inboxes a source id would stop the delivery (send_on_channel_service.rb).
 */
final class SendMessageProducer extends SendingProducer<MessagePart> {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessageProducer.class);
    private static final int REMEMBERED_CONVERSATIONS = 10_000;

    private final Map<String, Boolean> inApiInbox = LRUCacheFactory.newLRUCache(REMEMBERED_CONVERSATIONS);
    /** Files of one message (app/models/message.rb). */
    private static final int MOST_FILES = 15;

    private final MessageRequests requests;
    private final FileDownloads downloads;
    private final AttachmentCopier copier;

    SendMessageProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
        ChatwootConfiguration options = endpoint.getConfiguration();
        requests = new MessageRequests(endpoint.account(), options.getMaxTextLength());
        downloads = new FileDownloads(endpoint.getCamelContext(), options, options.getMaxAttachmentSize(),
                options.isAllowPrivateAttachmentHosts());
        copier = new AttachmentCopier(downloads, MOST_FILES, options.longestCall());
    }

    @Override
    public ChatwootEndpoint getEndpoint() {
        return (ChatwootEndpoint) super.getEndpoint();
    }

    @Override
    protected String conversation(Exchange exchange) {
        Long option = getEndpoint().getConversationId();
        return conversation(exchange, ChatwootConstants.CONVERSATION_ID, option == null ? null : option.toString(),
                "conversationId");
    }

    @Override
    protected void doStart() throws Exception {
        ServiceHelper.startService(downloads);
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        ServiceHelper.stopService(downloads);
    }

    @Override
    protected List<MessagePart> parts(Exchange exchange) {
        return requests.of(exchange);
    }

    @Override
    protected MessagePart withMarker(MessagePart part, String marker) {
        return part.with(part.request().withAttribute(ChatwootMessage.MARKER, marker));
    }

    @Override
    protected String marker(MessagePart part) {
        return part.marker();
    }

    @Override
    protected SentPart send(String conversationId, MessagePart part, Exchange exchange) {
        AttachmentSource source = exchange.getProperty(HelpdeskConstants.ATTACHMENT_SOURCE, AttachmentSource.class);
        try (CopiedFiles copies = copier.copy(part.origin(), part.files(), source)) {
            ChatwootMessageRequest request = copies.notes().isEmpty() ? part.request()
                    : Requests.withBelow(part.request(), String.join("\n", copies.notes()));
            return send(conversationId, part.with(request), copies.files());
        }
    }

    private SentPart send(String conversationId, MessagePart part, List<CopiedFile> files) {
        ChatwootMessageRequest request = part.request();
        if (request.sourceId() == null && part.marker() != null && keepsSourceId(conversationId, part)) {
            request = request.withSourceId(part.marker());
        }
        ChatwootMessage sent = getEndpoint().client().messages().create(conversationId, request, files);
        String content = sent.content() == null ? "" : sent.content();
        if (request.content() != null && !request.content().equals(content)) {
            LOG.warn("Message {} of conversation {} was stored with another text than was sent", sent.id(), conversationId);
        }
        return new SentPart(sent.id().toString(), sent);
    }

    @Override
    protected void lookUp(String conversationId, List<MessagePart> parts, String afterId, PartSearch search) {
        long after = afterId == null ? 0 : Long.parseLong(afterId);
        new MarkerSearch(parts, keepsSourceId(conversationId, parts.get(0)))
                .in(new ConversationReader(getEndpoint().client(), conversationId, after), search);
    }

    /** Whether a source id does no harm, and then stays whatever happens to the message. */
    private boolean keepsSourceId(String conversationId, MessagePart part) {
        // Incoming messages are taken by API inboxes only.
        return part.request().isIncoming() || inApiInbox.computeIfAbsent(conversationId, this::isInApiInbox);
    }

    private boolean isInApiInbox(String conversationId) {
        return ChatwootInbox.API.equals(getEndpoint().client().conversations().channel(conversationId));
    }
}
