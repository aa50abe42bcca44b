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
package io.github.camelhelpdesk.channelio.consumer;

import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.MessagesPage;
import io.github.camelhelpdesk.channelio.client.UserChatItem;
import io.github.camelhelpdesk.channelio.client.UserChatsPage;
import io.github.camelhelpdesk.channelio.model.ChannelioBot;
import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.consumer.KnownFacts;
import io.github.camelhelpdesk.common.http.Item;

/** Who is who: messages carry ids only. What the lists tell is kept, the rest is asked for. */
final class People {

    private final Supplier<ChannelioClient> client;
    private final KnownFacts<String> userOfChat = new KnownFacts<>();
    private final KnownFacts<ChannelioUser> users = new KnownFacts<>();
    private final KnownFacts<ChannelioManager> managers = new KnownFacts<>();
    private final KnownFacts<ChannelioBot> bots = new KnownFacts<>();

    People(Supplier<ChannelioClient> client) {
        this.client = client;
    }

    /** Takes in what a list of conversations tells. */
    void learn(UserChatsPage page) {
        page.items().stream().filter(Item::isReadable).map(Item::value).forEach(this::learn);
        page.users().stream().filter(Item::isReadable).map(Item::value).forEach(user -> users.put(user.id(), user));
        page.managers().stream().filter(Item::isReadable).map(Item::value)
                .forEach(manager -> managers.put(manager.id(), manager));
    }

    /** Takes in what a list of messages tells. */
    void learn(MessagesPage page) {
        page.bots().stream().filter(Item::isReadable).map(Item::value).forEach(bot -> bots.put(bot.id(), bot));
    }

    private void learn(ChannelioUserChat chat) {
        userOfChat.put(chat.id(), chat.userId());
    }

    /** The customer of a conversation; null when there is none. */
    ChannelioUser customerOf(String chatId) {
        String userId = userOfChat.get(chatId, () -> {
            UserChatItem answer = client.get().userChats().item(chatId);
            Stream.ofNullable(answer.user()).filter(Item::isReadable).map(Item::value)
                    .forEach(user -> users.put(user.id(), user));
            return answer.userChat().isReadable() ? answer.userChat().value().userId()
                    : answer.userChat().raw().path("userId").asText(null);
        });
        return userId == null || userId.isBlank() ? null : user(userId);
    }

    /** A user; null when it is gone. */
    ChannelioUser user(String userId) {
        return users.get(userId, () -> client.get().users().get(userId));
    }

    /** A manager; null when it is gone. */
    ChannelioManager manager(String managerId) {
        return managers.get(managerId, () -> client.get().managers().get(managerId));
    }

    /** A bot; null when no list has named it. */
    ChannelioBot bot(String botId) {
        return bots.get(botId, () -> null);
    }
}
