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
public record MessagesPage(String next, @JsonProperty(value = "messages", required = true) List<Item<ChannelioMessage>> items,
        List<Item<ChannelioBot>> bots) implements ListPage<ChannelioMessage> {

    public MessagesPage {
        items = items == null ? List.of() : items;
        bots = bots == null ? List.of() : bots;
    }
}
