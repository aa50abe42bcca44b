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

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.client.MessagesPage;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.channelio.transform.BotName;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.producer.LookUp;
import io.github.camelhelpdesk.common.producer.SendingProducer;
import io.github.camelhelpdesk.common.producer.SentMessage;

/** Posts a message as a bot. The marker becomes its {@code requestId}, by which it is found again. */
final class SendMessageProducer extends SendingProducer<ChannelioMessageRequest> {

    private static final int PAGE = 100;

    private final ChannelioEndpoint endpoint;
    private final MessageRequests bodies;

    SendMessageProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.bodies = new MessageRequests(endpoint.getConfiguration().getMarkupEscape());
    }

    @Override
    protected String account() {
        return endpoint.account();
    }

    @Override
    protected String conversation(Exchange exchange) {
        return conversation(exchange, ChannelioConstants.USER_CHAT_ID, endpoint.getUserChatId(), "userChatId");
    }

    @Override
    protected ChannelioMessageRequest request(Exchange exchange, String marker) {
        ChannelioMessageRequest request = bodies.request(exchange,
                exchange.getMessage().getHeader(HelpdeskConstants.AUTHOR_PREFIX, String.class));
        return marker == null ? request : request.withRequestId(marker);
    }

    @Override
    protected SentMessage send(String conversationId, ChannelioMessageRequest request, Exchange exchange) {
        String botName = headerOrOption(exchange, ChannelioConstants.BOT_NAME, endpoint.getConfiguration().getBotName(),
                String.class);
        ChannelioMessage message = endpoint.client().sendMessage(conversationId,
                BotName.check(botName, "Header " + ChannelioConstants.BOT_NAME), request);
        return new SentMessage(List.of(message.id()), message);
    }

    @Override
    protected LookUp lookUp(String conversationId, ChannelioMessageRequest request, String marker, String afterId) {
        String requestId = request.requestId();
        if (requestId == null) {
            return new LookUp.CannotTell("it has no marker (header " + HelpdeskConstants.MARKER + ")");
        }
        Pages<MessagesPage> pages = new Pages<>("The list of messages of userChat " + conversationId, null, PAGE,
                (cursor, limit) -> endpoint.client().messages(conversationId, "desc", cursor, limit));
        for (HttpAnswer<MessagesPage> page = pages.next(); page != null; page = pages.next()) {
            // The whole page first: several servers write, so the last known message may be listed too early.
            for (Item<ChannelioMessage> item : page.body().items()) {
                if (requestId.equals(item.isReadable() ? item.value().requestId() : text(item.raw(), "requestId"))) {
                    return found(item);
                }
            }
            if (afterId != null && page.body().items().stream().anyMatch(item -> afterId.equals(id(item)))) {
                return new LookUp.NotFound();
            }
        }
        return new LookUp.NotFound();
    }

    private static LookUp found(Item<ChannelioMessage> item) {
        return id(item) == null ? new LookUp.CannotTell("it is there but bears no id")
                : new LookUp.Found(new SentMessage(List.of(id(item)), item.isReadable() ? item.value() : item.raw()));
    }

    private static String id(Item<ChannelioMessage> item) {
        return item.isReadable() ? item.value().id() : text(item.raw(), "id");
    }

    private static String text(JsonNode raw, String name) {
        return raw.path(name).asText(null);
    }
}
