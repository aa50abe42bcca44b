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
