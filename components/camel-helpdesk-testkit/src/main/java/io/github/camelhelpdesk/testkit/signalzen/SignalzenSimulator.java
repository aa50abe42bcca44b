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
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelhelpdesk.testkit.PendingMessage;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.http.ServedSimulator;

/**
 * SignalZen's API with one website and one operator. The API only reads; the methods here are what visitors and operators do.
 * What the API does, and from which page that is known, stands on the classes behind it. Safe for many threads.
 */
public final class SignalzenSimulator extends ServedSimulator {

    private final SignalzenState state;
    private final SignalzenPeople people;
    private final Challenge challenge;

    private SignalzenSimulator(int port) {
        super(port);
        state = new SignalzenState(clock(), history(), baseUrl(), webhooks());
        people = new SignalzenPeople(state, state.addOperator("Olga", "Operator", "olga@desk.example"));
        challenge = new Challenge(state.apiKey);
        SignalzenRoutes routes = new SignalzenRoutes(state);
        serve(routes::handle);
    }

    /** Starts on a free port. */
    public static SignalzenSimulator start() {
        return start(0);
    }

    public static SignalzenSimulator start(int port) {
        return new SignalzenSimulator(port);
    }

    /** The API Secret Key: the bearer token of calls, and what webhooks are signed with. */
    public String apiKey() {
        return state.apiKey;
    }

    /** How the messages of a user are listed; {@link SignalzenOrder#OLDEST_FIRST} at the start. */
    public void messageOrder(SignalzenOrder order) {
        change(() -> state.messageOrder = order);
    }

    /** How users are listed; {@link SignalzenOrder#OLDEST_FIRST} at the start. */
    public void userOrder(SignalzenOrder order) {
        change(() -> state.userOrder = order);
    }

    /** Whether the total of a list differs, up or down by a few, from page to page; off at the start. */
    public void unstableTotal(boolean unstable) {
        change(() -> state.unstableTotal = unstable);
    }

    /**
     * Whether a message moves the user's {@code updated_at}, and a visitor's own also {@code online_at}. The documentation does
     * not say; on at the start.
     */
    public void messagesTouchUsers(boolean touch) {
        change(() -> state.messagesTouchUsers = touch);
    }

    /** A new visitor, which is a new chat; gives the id. */
    public long openUser(String name) {
        return openUser(name, null);
    }

    /**
     * The same with an email address.
     *
     * @param name null for an anonymous visitor, who is called after his id
     */
    public long openUser(String name, String email) {
        return get(() -> state.addUser(name, email).id);
    }

    /** The site tells its own id of the visitor. */
    public void refer(long userId, String reference) {
        change(() -> people.tell(userId, user -> user.reference = reference));
    }

    /** The site tells something about the visitor; a name may come more than once. */
    public void addAttribute(long userId, String name, String value) {
        change(() -> people.tell(userId, user -> user.attributes.add(Json.object().put("name", name).put("value", value))));
    }

    /** The visitor looks at a page: {@code online_at} moves. */
    public void visit(long userId, String url) {
        change(() -> people.visit(userId, url));
    }

    /** Writes what a visitor writes and gives the message id; so do the methods below. */
    public long writeAsVisitor(long userId, String text) {
        return writeAsVisitor(userId, text, (Instant) null);
    }

    /**
     * With a time of its own; the id is the newest.
     *
     * @param createdAt any time, past or future; null for now
     */
    public long writeAsVisitor(long userId, String text, Instant createdAt) {
        return write(userId, null, createdAt, message -> message.body = text);
    }

    /**
     * With a file.
     *
     * @param text null for a message that is only a file
     */
    public long writeAsVisitor(long userId, String text, SignalzenFile file) {
        return write(userId, null, null, message -> {
            message.body = text;
            message.fileUrl = state.addFile(file);
        });
    }

    /** The operator answers. */
    public long writeAsOperator(long userId, String text) {
        return write(userId, people.operator(), null, message -> message.body = text);
    }

    /** The widget speaks first, in the operator's name. */
    public long inviteAutomatically(long userId, String text) {
        return write(userId, people.operator(), null, message -> {
            message.body = text;
            message.autoInvitation = true;
        });
    }

    /** A visitor's message takes its id and time now and becomes visible later. */
    public PendingMessage<Long> beginAsVisitor(long userId, String text) {
        synchronized (state) {
            Message message = people.begin(userId, null, null, it -> it.body = text);
            return new PendingMessage<>(message.id, () -> change(() -> state.commit(message)));
        }
    }

    /** The text changes, and nothing tells of it. */
    public void editMessage(long userId, long messageId, String text) {
        change(() -> state.edit(people.message(userId, messageId), text));
    }

    /** A message is deleted: it is gone from the list, all behind it move up by one, and it is answered with 410. */
    public void deleteMessage(long userId, long messageId) {
        change(() -> state.delete(people.message(userId, messageId)));
    }

    /** The chat is closed; webhooks tell of it, the API does not. */
    public void closeUser(long userId) {
        change(() -> people.event("user.closed", userId));
    }

    /** The visitor rates the chat. */
    public void rateUser(long userId) {
        change(() -> people.event("user.rated", userId));
    }

    /** The visitor and the chat are gone, and answered with 410 from now on. */
    public void destroyUser(long userId) {
        change(() -> state.destroy(people.user(userId)));
    }

    /**
     * Adds a webhook on the console. The address is asked at once, by a challenge, whether it wants it; the answer says whether
     * it
     * does.
     *
     * @param eventType such as message.created or user.closed
     */
    public SignalzenWebhook registerWebhook(String url, String eventType) {
        Webhook webhook = new Webhook(url, eventType);
        webhook.confirmed = challenge.isMet(url);
        state.events.webhooks.add(webhook);
        return webhook.snapshot();
    }

    /** Changes the address of all webhooks, which is asked by a challenge again. */
    public List<SignalzenWebhook> moveWebhooks(String url) {
        for (Webhook webhook : state.events.webhooks) {
            webhook.url = url;
            webhook.confirmed = challenge.isMet(url);
        }
        return registeredWebhooks();
    }

    public List<SignalzenWebhook> registeredWebhooks() {
        return state.events.webhooks.stream().map(Webhook::snapshot).toList();
    }

    /** Whether {@code message.created} bears a {@code user_id}; off at the start, as in the published sample. */
    public void webhooksNameUsers(boolean name) {
        change(() -> state.events.usersAreNamed = name);
    }

    /** What the chat holds, by id. */
    public List<SignalzenMessage> messages(long userId) {
        return get(() -> people.user(userId).messages.values().stream().map(Snapshots::of).toList());
    }

    /** All users that are there, by id. */
    public List<SignalzenUser> users() {
        return get(() -> state.users.values().stream().map(Snapshots::of).toList());
    }

    private long write(long userId, Sender sender, Instant createdAt, Consumer<Message> content) {
        return get(() -> people.write(userId, sender, createdAt, content));
    }

    private void change(Runnable change) {
        synchronized (state) {
            change.run();
        }
    }

    private <T> T get(Supplier<T> action) {
        synchronized (state) {
            return action.get();
        }
    }
}
