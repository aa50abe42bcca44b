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

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.client.UserChatItem;
import io.github.camelhelpdesk.channelio.client.UserChatsPage;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.channelio.transform.NeutralConversations;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/** Channel.io's conversations as snapshots. */
final class ChatSnapshots {

    private ChatSnapshots() {
    }

    /** Those of a page that have an id. */
    static List<ConversationSnapshot> of(HttpAnswer<UserChatsPage> page) {
        Map<String, ChannelioUser> users = page.body().users().stream().filter(Item::isReadable).map(Item::value)
                .filter(user -> user.id() != null)
                .collect(Collectors.toMap(ChannelioUser::id, Function.identity(), (one, other) -> one));
        return page.body().items().stream().map(item -> of(item, users, page.date())).filter(Objects::nonNull).toList();
    }

    /** One that was asked for alone; null without an id. */
    static ConversationSnapshot of(UserChatItem answer) {
        Map<String, ChannelioUser> users = Stream.ofNullable(answer.user()).filter(Item::isReadable).map(Item::value)
                .filter(user -> user.id() != null).collect(Collectors.toMap(ChannelioUser::id, Function.identity()));
        return of(answer.userChat(), users, null);
    }

    private static ConversationSnapshot of(Item<ChannelioUserChat> item, Map<String, ChannelioUser> users, Instant readAt) {
        ConversationChange change = ChatVersion.of(item, 0, readAt);
        if (change == null) {
            return null;
        }
        String id = change.conversationId();
        if (!item.isReadable()) {
            return unreadable(id, change.changedAt(), item.raw(), item.problem());
        }
        ChannelioUserChat chat = item.value();
        if (chat.state() == null) {
            return unreadable(id, change.changedAt(), chat, "it has no state");
        }
        return new ConversationSnapshot(id, NeutralConversations.status(chat), chat.assigneeId(), chat.tags(),
                instant(chat.createdAt()), change.changedAt(), instant(chat.closedAt()), chat,
                headers(chat, chat.userId() == null ? null : users.get(chat.userId())), null);
    }

    private static ConversationSnapshot unreadable(String id, Instant changedAt, Object body, String problem) {
        return new ConversationSnapshot(id, null, null, null, null, changedAt, null, body,
                Map.of(ChannelioConstants.USER_CHAT_ID, id), problem);
    }

    private static Map<String, Object> headers(ChannelioUserChat chat, ChannelioUser user) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ChannelioConstants.USER_CHAT_ID, chat.id());
        headers.put(ChannelioConstants.STATE, chat.state());
        if (chat.userId() != null) {
            headers.put(ChannelioConstants.USER_ID, chat.userId());
        }
        if (user != null) {
            headers.put(ChannelioConstants.USER, user);
        }
        return headers;
    }

    private static Instant instant(Long millis) {
        return millis == null || millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
