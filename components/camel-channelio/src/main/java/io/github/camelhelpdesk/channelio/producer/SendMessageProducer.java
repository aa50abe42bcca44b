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
package io.github.camelhelpdesk.channelio.producer;

import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.client.MessagesPage;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.producer.PartSearch;
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.producer.SendingProducer;
import io.github.camelhelpdesk.common.producer.SentPart;

/** Posts a message as a bot. The marker becomes its {@code requestId}, by which it is found again. */
final class SendMessageProducer extends SendingProducer<ChannelioMessageRequest> {

    private static final int PAGE = 100;
    /** Of history that is only filed neither customers nor managers are told, and no chat moves in the managers' lists. */
    private static final List<String> FILED = List.of("doNotPost", "doNotSendApp", "silentToUser", "silent",
            "silentToManager", "doNotUpdateDesk");

    private final ChannelioEndpoint endpoint;
    private final MessageRequests bodies;

    SendMessageProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.bodies = new MessageRequests(endpoint.getConfiguration().getMarkupEscape(),
                endpoint.getConfiguration().getMaxTextLength());
    }

    @Override
    protected String conversation(Exchange exchange) {
        return conversation(exchange, ChannelioConstants.USER_CHAT_ID, endpoint.getUserChatId(), "userChatId");
    }

    @Override
    protected List<ChannelioMessageRequest> parts(Exchange exchange) {
        Message in = exchange.getMessage();
        List<ChannelioMessageRequest> parts = bodies.parts(exchange, Preface.of(in));
        return in.getHeader(HelpdeskConstants.SILENT, false, boolean.class)
                ? parts.stream().map(part -> part.withOptions(FILED)).toList()
                : parts;
    }

    @Override
    protected ChannelioMessageRequest withMarker(ChannelioMessageRequest part, String marker) {
        return part.withRequestId(marker);
    }

    @Override
    protected String marker(ChannelioMessageRequest part) {
        return part.requestId();
    }

    @Override
    protected SentPart send(String conversationId, ChannelioMessageRequest request, Exchange exchange) {
        ChannelioMessage message = endpoint.client().messages().send(conversationId,
                ChannelioProducer.botName(exchange, endpoint),
                request);
        return new SentPart(message.id(), message);
    }

    @Override
    protected void lookUp(String conversationId, List<ChannelioMessageRequest> parts, String afterId, PartSearch search) {
        Pages<MessagesPage> pages = new Pages<>("The list of messages of userChat " + conversationId, null, PAGE,
                (cursor, limit) -> endpoint.client().messages().list(conversationId, "desc", cursor, limit));
        HttpAnswer<MessagesPage> page;
        boolean isReached = false;
        while (!isReached && (page = pages.next()) != null) {
            // The whole page: several servers write, so the last known message may be listed too early.
            page.body().items().forEach(item -> search.see(requestId(item), id(item), body(item)));
            isReached = search.isComplete()
                    || page.body().items().stream().anyMatch(item -> id(item) != null && id(item).equals(afterId));
        }
    }

    private static Object body(Item<ChannelioMessage> item) {
        return item.isReadable() ? item.value() : item.raw();
    }

    private static String requestId(Item<ChannelioMessage> item) {
        return item.isReadable() ? item.value().requestId() : text(item.raw(), "requestId");
    }

    private static String id(Item<ChannelioMessage> item) {
        return item.isReadable() ? item.value().id() : text(item.raw(), "id");
    }

    private static String text(JsonNode raw, String name) {
        return raw.path(name).asText(null);
    }
}
