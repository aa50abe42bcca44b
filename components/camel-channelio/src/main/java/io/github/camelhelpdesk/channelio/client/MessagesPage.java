package io.github.camelhelpdesk.channelio.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.github.camelhelpdesk.channelio.model.ChannelioBot;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.common.http.Item;

/**
 * A page of the messages of a conversation.
 *
 * @param next where the next page begins; null or empty on the last one
 * @param items the messages
 * @param bots the bots that wrote some of them
 */
public record MessagesPage(String next, @JsonProperty("messages") List<Item<ChannelioMessage>> items,
        List<Item<ChannelioBot>> bots) implements ListPage<ChannelioMessage> {

    public MessagesPage {
        items = items == null ? List.of() : items;
        bots = bots == null ? List.of() : bots;
    }
}
