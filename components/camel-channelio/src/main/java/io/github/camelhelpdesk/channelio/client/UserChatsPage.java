package io.github.camelhelpdesk.channelio.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.http.Item;

/**
 * A page of conversations.
 *
 * @param next where the next page begins; null or empty on the last one
 * @param items the conversations
 * @param users customers of some of them
 * @param managers agents of some of them
 */
public record UserChatsPage(String next, @JsonProperty("userChats") List<Item<ChannelioUserChat>> items,
        List<Item<ChannelioUser>> users, List<Item<ChannelioManager>> managers) implements ListPage<ChannelioUserChat> {

    public UserChatsPage {
        items = items == null ? List.of() : items;
        users = users == null ? List.of() : users;
        managers = managers == null ? List.of() : managers;
    }
}
