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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.SimulatorClock;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * The channel's database. Whoever reads or writes it holds this object's monitor.
 * <p>
 * Chats, users and messages have ids of 20 hex digits that grow, all else decimal ones (channelio.md, section 4).
 */
final class ChannelioState {

    static final String CHANNEL = "200117";

    final SimulatorClock clock;
    final History history;
    final String baseUrl;
    final ChannelioEvents events;
    final Map<String, Webhook> webhooks = new TreeMap<>();
    final String accessKey = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    final String secretKey = UUID.randomUUID().toString().replace("-", "");
    final Map<String, UserChat> chats = new TreeMap<>();
    final Map<String, User> users = new TreeMap<>();
    final Map<String, User> members = new HashMap<>();
    final Map<String, Manager> managers = new TreeMap<>();
    final Map<String, Bot> bots = new TreeMap<>();
    final Map<String, StoredFile> files = new HashMap<>();
    final RateBucket rate = new RateBucket();
    boolean changesTouchChats;
    RequestIdPolicy requestIds = RequestIdPolicy.STORE_BOTH;

    private long lastHex = 0x61c0ffee0000L;
    private long lastDecimal = 310_000;

    ChannelioState(SimulatorClock clock, History history, String baseUrl, Webhooks sender) {
        this.clock = clock;
        this.history = history;
        this.baseUrl = baseUrl;
        this.events = new ChannelioEvents(this, sender);
    }

    Manager addManager(String name, String email) {
        Manager manager = new Manager(nextDecimal(), name, email);
        managers.put(manager.id(), manager);
        return manager;
    }

    /** The bot of this name, made on its first use. */
    Bot bot(String name) {
        return bots.values().stream().filter(bot -> bot.name().equals(name)).findFirst().orElseGet(() -> {
            Bot bot = new Bot(nextDecimal(), name);
            bots.put(bot.id(), bot);
            return bot;
        });
    }

    /**
     * Adds a user.
     *
     * @param memberId null for a lead
     */
    User addUser(String memberId) {
        User user = new User(nextHex("5f3a"), memberId, clock.now());
        users.put(user.id, user);
        if (memberId != null) {
            members.put(memberId, user);
        }
        return user;
    }

    UserChat addChat(User user) {
        UserChat chat = new UserChat(nextHex("5e65"), user, clock.now());
        chats.put(chat.id, chat);
        events.opened(chat);
        return chat;
    }

    StoredFile addFile(UserChat chat, ChannelioFile file) {
        StoredFile stored = new StoredFile(nextHex("6b10"), chat.id, file, "pri-file/" + CHANNEL + "/userChat/" + chat.id + "/"
                + UUID.randomUUID() + "/" + file.name());
        files.put(stored.key(), stored);
        return stored;
    }

    /** Takes the next id; nobody sees the message yet. */
    Message begin(UserChat chat, Person person, Instant createdAt) {
        return new Message(nextHex("6921"), chat, person, createdAt == null ? clock.now() : createdAt);
    }

    /**
     * Makes a message visible and moves the chat's pointers (channelio.md, section 4): front is what the customer saw last,
     * desk
     * what the agents saw last. A customer who writes opens the chat again.
     */
    void commit(Message message, HistoryEntry.Origin origin) {
        UserChat chat = message.chat;
        chat.messages.put(message.id, message);
        chat.updatedAt = clock.now();
        if (message.isSpeech()) {
            chat.front = message.isPrivate() ? chat.front : message;
            chat.desk = message.options.contains("doNotUpdateDesk") ? chat.desk : message;
        }
        if (message.person instanceof User) {
            chat.userLast = message;
            open(chat);
        }
        if (message.person instanceof Manager manager && !chat.managerIds.contains(manager.id())) {
            chat.managerIds.add(manager.id());
        }
        record(HistoryEntry.Kind.WRITTEN, message, origin);
        events.created(message);
    }

    void commitLog(UserChat chat, Person person, String action, HistoryEntry.Origin origin) {
        Message message = begin(chat, person, null);
        ObjectNode log = Json.object().put("action", action).put("triggerType", person.type())
                .put("triggerId", person.id());
        log.putArray("values");
        message.log = log;
        commit(message, origin);
    }

    /** Another text in the place of the first; blocks and plain text both follow (channelio.md, section 4, editedAt). */
    void edit(Message message, String text) {
        if (message.isRemoved()) {
            throw new IllegalArgumentException("Message " + message.id + " is removed and cannot be edited");
        }
        message.say(text);
        message.editedAt = clock.now();
        changed(message, HistoryEntry.Kind.EDITED);
    }

    /** A removed message stays in the list (channelio.md, section 4), without what it said. */
    void remove(Message message) {
        if (message.isRemoved()) {
            return;
        }
        message.state = "removed";
        message.blocks = Json.array();
        message.files = Json.array();
        message.plainText = null;
        changed(message, HistoryEntry.Kind.DELETED);
    }

    private void changed(Message message, HistoryEntry.Kind kind) {
        message.updatedAt = clock.now();
        if (changesTouchChats) {
            message.chat.updatedAt = message.updatedAt;
        }
        record(kind, message, HistoryEntry.Origin.TEST);
        events.changed(message);
    }

    /** The chat and its messages are not found any more. */
    void delete(UserChat chat, HistoryEntry.Origin origin) {
        chats.remove(chat.id);
        history.add(HistoryEntry.Kind.CONVERSATION_DELETED, origin, chat.id, null, Author.SYSTEM, false, null, chat.createdAt);
    }

    void open(UserChat chat) {
        if (!chat.state.equals("opened")) {
            chat.state = "opened";
            chat.openedAt = clock.now();
            chat.closedAt = null;
            chat.snoozedAt = null;
            events.opened(chat);
        }
    }

    void close(UserChat chat) {
        chat.state = "closed";
        chat.closedAt = clock.now();
    }

    void snooze(UserChat chat) {
        chat.state = "snoozed";
        chat.snoozedAt = clock.now();
    }

    List<UserChat> chatsOf(User user) {
        return chats.values().stream().filter(chat -> chat.user == user).toList();
    }

    Webhook addWebhook(String name, String url) {
        Webhook webhook = new Webhook(nextDecimal(), name, url, clock.now());
        webhooks.put(webhook.id, webhook);
        return webhook;
    }

    private void record(HistoryEntry.Kind kind, Message message, HistoryEntry.Origin origin) {
        history.add(kind, origin, message.chat.id, message.id,
                message.isSpeech() ? message.person.author() : Author.SYSTEM,
                message.isPrivate(), message.plainText, message.createdAt);
    }

    private String nextHex(String prefix) {
        return prefix + String.format("%016x", ++lastHex);
    }

    private String nextDecimal() {
        return String.valueOf(++lastDecimal);
    }
}
