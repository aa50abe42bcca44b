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
package io.github.camelhelpdesk.testkit.channelio;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** What customers, managers and bots do, by hand; each call with the state's monitor held. */
final class ChannelioPeople {

    private final ChannelioState state;
    private final Manager manager;

    ChannelioPeople(ChannelioState state, Manager manager) {
        this.state = state;
        this.manager = manager;
    }

    /** Who answers customers. */
    Manager manager() {
        return manager;
    }

    UserChat open(String customerName, String email, String mobileNumber) {
        User user = state.addUser(null);
        User.putPresent(user.profile, "name", customerName);
        User.putPresent(user.profile, "email", email);
        User.putPresent(user.profile, "mobileNumber", mobileNumber);
        return state.addChat(user);
    }

    /** The manager changes a chat, which an entry of the log tells. */
    void change(String userChatId, String action, Consumer<UserChat> change) {
        change.accept(chat(userChatId));
        log(userChatId, action);
    }

    void log(String userChatId, String action) {
        state.commitLog(chat(userChatId), manager, action, HistoryEntry.Origin.TEST);
    }

    /** Gives the message id; by the chat's own user when the person is null. */
    String write(String userChatId, Person person, Instant createdAt, Consumer<Message> content) {
        Message message = begin(userChatId, person, createdAt, content);
        commit(message);
        return message.id;
    }

    Message begin(String userChatId, Person person, Instant createdAt, Consumer<Message> content) {
        UserChat chat = chat(userChatId);
        Message message = state.begin(chat, person == null ? chat.user : person, createdAt);
        content.accept(message);
        return message;
    }

    void commit(Message message) {
        state.commit(message, HistoryEntry.Origin.TEST);
    }

    static void say(Message message, String text) {
        if (text != null) {
            message.say(text);
        }
    }

    UserChat chat(String id) {
        return Objects.requireNonNull(state.chats.get(id), () -> "no user chat " + id);
    }

    Message message(String userChatId, String id) {
        return Objects.requireNonNull(chat(userChatId).messages.get(id), () -> "no message " + id);
    }
}
