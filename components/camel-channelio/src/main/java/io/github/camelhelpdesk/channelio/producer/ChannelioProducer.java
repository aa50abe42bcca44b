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

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.ListPage;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.client.UserChatAnswer;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.channelio.model.Identified;
import io.github.camelhelpdesk.channelio.transform.BotName;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.producer.HelpdeskProducer;

/** What the small operations share. */
abstract class ChannelioProducer extends HelpdeskProducer {

    static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ChannelioProducer.class);
    private static final int DEFAULT_LIMIT = 1_000;
    private static final int HIGHEST_LIMIT = 100_000;

    private final ChannelioEndpoint endpoint;

    ChannelioProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    final ChannelioClient client() {
        return endpoint.client();
    }

    /** The conversation to work on. */
    final String userChatId(Exchange exchange) {
        return conversation(exchange, ChannelioConstants.USER_CHAT_ID, endpoint.getUserChatId(), "userChatId");
    }

    /** The user of the header; one that came with a message of another account does not count. */
    final String userId(Exchange exchange) {
        return ownHeader(exchange, ChannelioConstants.USER_ID, String.class);
    }

    /** Name of the bot that does it: the header, else the option; null for the channel's own. */
    static String botName(Exchange exchange, ChannelioEndpoint endpoint) {
        return BotName.check(headerOrOption(exchange, ChannelioConstants.BOT_NAME, endpoint.getConfiguration().getBotName(),
                String.class), "Header " + ChannelioConstants.BOT_NAME);
    }

    /** The body and the headers after a conversation has changed. */
    final ChannelioUserChat changed(Exchange exchange, UserChatAnswer answer) {
        exchange.getMessage().setHeader(ChannelioConstants.USER_CHAT_ID, answer.userChat().id());
        return answer.userChat();
    }

    /** The endpoint, for its options. */
    final ChannelioEndpoint endpoint() {
        return endpoint;
    }

    /** The first items of a list, at most as many as the header says. Items that cannot be read are left out and reported. */
    static <T extends Identified> List<T> collect(Exchange exchange, Pages<? extends ListPage<T>> pages) {
        int limit = limit(exchange);
        List<T> items = new ArrayList<>();
        for (HttpAnswer<? extends ListPage<T>> page = pages.next(); page != null; page = pages.next()) {
            for (Item<T> item : page.body().items()) {
                if (items.size() == limit) {
                    return items;
                }
                if (item.isReadable()) {
                    items.add(item.value());
                } else {
                    LOG.warn("Item {} of a list cannot be read and is left out: {}", item.raw().path("id").asText("without id"),
                            item.problem());
                }
            }
        }
        return items;
    }

    private static int limit(Exchange exchange) {
        int limit = headerOrOption(exchange, ChannelioConstants.LIMIT, DEFAULT_LIMIT, Integer.class);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new IllegalArgumentException("Header " + ChannelioConstants.LIMIT + " is " + limit + "; use 1 to "
                    + HIGHEST_LIMIT);
        }
        return limit;
    }
}
