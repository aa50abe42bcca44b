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
package io.github.camelhelpdesk.testkit.signalzen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.SimulatorClock;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * The website's database. Whoever reads or writes it holds this object's monitor. Messages of all users share one sequence of
 * ids, which is assumed; users and operators each have their own.
 */
final class SignalzenState {

    private static final int[] ERRORS = { 0, 3, -2, 5, -1 };

    final SimulatorClock clock;
    final History history;
    final String baseUrl;
    final SignalzenEvents events;
    final String apiKey = UUID.randomUUID().toString().replace("-", "");
    final TreeMap<Long, User> users = new TreeMap<>();
    final Set<Long> destroyedUsers = new HashSet<>();
    final Set<Long> deletedMessages = new HashSet<>();
    final Map<String, SignalzenFile> files = new HashMap<>();
    SignalzenOrder userOrder = SignalzenOrder.OLDEST_FIRST;
    SignalzenOrder messageOrder = SignalzenOrder.OLDEST_FIRST;
    boolean messagesTouchUsers = true;
    boolean unstableTotal;
    private int totals;
    private long lastUser;
    private long lastOperator;
    private long lastMessage;

    SignalzenState(SimulatorClock clock, History history, String baseUrl, Webhooks sender) {
        this.clock = clock;
        this.history = history;
        this.baseUrl = baseUrl;
        this.events = new SignalzenEvents(apiKey, sender);
    }

    Operator addOperator(String forename, String surname, String email) {
        return new Operator(++lastOperator, forename, surname, email);
    }

    User addUser(String name, String email) {
        User user = new User(++lastUser, name, email, clock.now());
        users.put(user.id, user);
        events.told("user.created", user);
        return user;
    }

    /** Takes the next id; nobody sees the message yet. */
    Message begin(User user, Sender sender, Instant createdAt) {
        return new Message(++lastMessage, user, sender, createdAt == null ? clock.now() : createdAt);
    }

    void commit(Message message) {
        User user = message.user;
        user.messages.put(message.id, message);
        if (messagesTouchUsers) {
            user.updatedAt = clock.now();
            user.onlineAt = message.sender == user ? clock.now() : user.onlineAt;
        }
        record(HistoryEntry.Kind.WRITTEN, message);
        events.created(message);
    }

    /** The provider shows neither that nor when; no webhook is documented. */
    void edit(Message message, String text) {
        message.body = text;
        record(HistoryEntry.Kind.EDITED, message);
    }

    /** The row goes, and all behind it move up. */
    void delete(Message message) {
        message.user.messages.remove(message.id);
        deletedMessages.add(message.id);
        message.body = null;
        record(HistoryEntry.Kind.DELETED, message);
    }

    void destroy(User user) {
        users.remove(user.id);
        destroyedUsers.add(user.id);
        history.add(HistoryEntry.Kind.CONVERSATION_DELETED, HistoryEntry.Origin.TEST, String.valueOf(user.id), null,
                Author.SYSTEM, false, null, user.createdAt);
        events.told("user.destroyed", user);
    }

    String addFile(SignalzenFile file) {
        String id = String.valueOf(files.size() + 1);
        files.put(id, file);
        return baseUrl + SignalzenRoutes.FILES + id + "/" + file.name() + "?signature=simulated";
    }

    List<User> listedUsers() {
        List<User> listed = new ArrayList<>(users.values());
        if (userOrder == SignalzenOrder.NEWEST_FIRST) {
            Collections.reverse(listed);
        } else if (userOrder == SignalzenOrder.LAST_CHANGED_FIRST) {
            listed.sort(Comparator.comparing(User::changedAt).reversed());
        }
        return listed;
    }

    List<Message> listedMessages(User user) {
        List<Message> listed = new ArrayList<>(user.messages.values());
        if (messageOrder != SignalzenOrder.OLDEST_FIRST) {
            Collections.reverse(listed);
        }
        return listed;
    }

    /** What is added to the total of a list: nothing, unless it is to be unstable. */
    int totalError() {
        return unstableTotal ? ERRORS[totals++ % ERRORS.length] : 0;
    }

    private void record(HistoryEntry.Kind kind, Message message) {
        history.add(kind, HistoryEntry.Origin.TEST, String.valueOf(message.user.id), String.valueOf(message.id),
                message.author(), false, message.body, message.createdAt);
    }
}
