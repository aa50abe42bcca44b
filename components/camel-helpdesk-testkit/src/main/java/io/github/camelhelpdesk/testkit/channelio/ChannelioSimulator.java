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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.PendingMessage;
import io.github.camelhelpdesk.testkit.http.ServedSimulator;

/**
 * Channel.io's Open API v5 with one channel and one manager. What the API does, and from which page that is known, stands on
 * the
 * classes behind it; the methods here are what people at a Channel.io desk would do. Safe for many threads.
 */
public final class ChannelioSimulator extends ServedSimulator {

    /** The bot that speaks when a message names none. */
    public static final String DEFAULT_BOT = "Simulated Bot";

    private final ChannelioState state;
    private final ChannelioPeople people;

    private ChannelioSimulator(int port) {
        super(port);
        state = new ChannelioState(clock(), history(), baseUrl(), webhooks());
        people = new ChannelioPeople(state, state.addManager("Mia Manager", "mia@desk.example"));
        ChannelioRoutes routes = new ChannelioRoutes(state);
        serve(routes::handle);
    }

    /** Starts on a free port. */
    public static ChannelioSimulator start() {
        return start(0);
    }

    public static ChannelioSimulator start(int port) {
        return new ChannelioSimulator(port);
    }

    /** For the header {@code x-access-key}. */
    public String accessKey() {
        return state.accessKey;
    }

    /** For the header {@code x-access-secret}. */
    public String secretKey() {
        return state.secretKey;
    }

    public String channelId() {
        return ChannelioState.CHANNEL;
    }

    /** The manager who writes {@link #writeAsManager}. */
    public String managerId() {
        return people.manager().id();
    }

    /** What becomes of repeated request ids; {@link RequestIdPolicy#STORE_BOTH} at the start. */
    public void requestIds(RequestIdPolicy policy) {
        change(() -> state.requestIds = policy);
    }

    /**
     * Whether editing or removing a message moves the chat's {@code updatedAt}, and with it the chat to the top of its list.
     * The documentation does not say; off at the start, which is assumed because it is harder on whoever polls.
     */
    public void changesTouchChats(boolean touch) {
        change(() -> state.changesTouchChats = touch);
    }

    /**
     * From now on calls beyond the limit are answered with 429; at the start the headers count, and nothing is refused.
     *
     * @param limit calls at once
     * @param refillPerSecond calls that come back each second of the simulator's clock
     */
    public void enforceRateLimit(int limit, double refillPerSecond) {
        change(() -> state.rate.enforce(limit, refillPerSecond));
    }

    /** Opens a chat for a new customer and gives its id. */
    public String openUserChat(String customerName) {
        return openUserChat(customerName, null, null);
    }

    /** The same with an email address and a mobile number, either of which may be null. */
    public String openUserChat(String customerName, String email, String mobileNumber) {
        return get(() -> people.open(customerName, email, mobileNumber).id);
    }

    /** Closes a chat; a later message of the customer opens it again. */
    public void closeUserChat(String userChatId) {
        change(() -> people.change(userChatId, "close", state::close));
    }

    /** The manager opens a chat again. */
    public void reopenUserChat(String userChatId) {
        change(() -> people.change(userChatId, "open", state::open));
    }

    /** The manager takes a chat over. */
    public void assignUserChat(String userChatId) {
        change(() -> people.change(userChatId, "assign", chat -> chat.assigneeId = people.manager().id()));
    }

    /** Gives a chat other tags, none to take them away. */
    public void tagUserChat(String userChatId, String... tags) {
        change(() -> people.change(userChatId, "addTags", chat -> {
            chat.tags.clear();
            chat.tags.addAll(List.of(tags));
        }));
    }

    /** A chat is deleted: it and its messages are answered with 404 from now on. */
    public void deleteConversation(String userChatId) {
        change(() -> state.delete(people.chat(userChatId), HistoryEntry.Origin.TEST));
    }

    /** The chat sleeps until somebody writes. */
    public void snoozeUserChat(String userChatId) {
        change(() -> people.change(userChatId, "snooze", state::snooze));
    }

    /** Writes what a customer writes and gives the message id; so do the methods below. */
    public String writeAsCustomer(String userChatId, String text) {
        return writeAsCustomer(userChatId, text, (Instant) null);
    }

    /**
     * With a time of its own; the id is the newest.
     *
     * @param createdAt any time, past or future; null for now
     */
    public String writeAsCustomer(String userChatId, String text, Instant createdAt) {
        return write(userChatId, null, createdAt, message -> ChannelioPeople.say(message, text));
    }

    /**
     * With files.
     *
     * @param text null for a message that is only files
     */
    public String writeAsCustomer(String userChatId, String text, ChannelioFile... files) {
        return write(userChatId, null, null, message -> {
            ChannelioPeople.say(message, text);
            Arrays.stream(files).forEach(file -> message.files.add(state.addFile(message.chat, file).json()));
        });
    }

    /** The manager answers. */
    public String writeAsManager(String userChatId, String text) {
        return write(userChatId, people.manager(), null, message -> ChannelioPeople.say(message, text));
    }

    /** The channel's own bot speaks, such as a support bot. */
    public String writeAsBot(String userChatId, String botName, String text) {
        return write(userChatId, get(() -> state.bot(botName)), null, message -> ChannelioPeople.say(message, text));
    }

    /** A note among managers. */
    public String writePrivate(String userChatId, String text) {
        return write(userChatId, people.manager(), null, message -> {
            ChannelioPeople.say(message, text);
            message.options = List.of("private");
        });
    }

    /**
     * A system entry without text.
     *
     * @param action such as join, assign or addTags
     */
    public void writeLog(String userChatId, String action) {
        change(() -> people.log(userChatId, action));
    }

    /** A customer's message takes its id and time now and becomes visible later. */
    public PendingMessage<String> beginAsCustomer(String userChatId, String text) {
        synchronized (state) {
            Message message = people.begin(userChatId, null, null, it -> ChannelioPeople.say(it, text));
            return new PendingMessage<>(message.id, () -> change(() -> people.commit(message)));
        }
    }

    /**
     * A person edits a message in the desk: {@code editedAt} and {@code updatedAt} are set. The API has no call for that.
     *
     * @throws IllegalArgumentException for a removed message
     */
    public void editMessage(String userChatId, String messageId, String text) {
        change(() -> state.edit(people.message(userChatId, messageId), text));
    }

    /**
     * A person removes a message: it stays in the list, with state removed and without its content. A second time nothing
     * happens. The API has no call for that.
     */
    public void removeMessage(String userChatId, String messageId) {
        change(() -> state.remove(people.message(userChatId, messageId)));
    }

    /**
     * Registers a webhook for all messages of user chats and for chats that are opened.
     *
     * @return with the token that Channel.io made up
     */
    public ChannelioWebhook registerWebhook(String url) {
        return registerWebhook("simulated " + url, url, Webhook.MESSAGES, Webhook.OPENED);
    }

    /**
     * Registers a webhook as a manager does in the settings.
     *
     * @param name unique in the channel
     * @param scopes such as {@code message.created.userChat}; {@code *} is all of them
     * @throws IllegalArgumentException when the name is taken, or there are ten already
     */
    public ChannelioWebhook registerWebhook(String name, String url, String... scopes) {
        synchronized (state) {
            Webhook.reasonAgainst(state, name, null).ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
            Webhook webhook = state.addWebhook(name, url);
            webhook.scopes = List.of(scopes);
            return Snapshots.of(webhook);
        }
    }

    /** All registered webhooks, by id, however they were registered. */
    public List<ChannelioWebhook> registeredWebhooks() {
        return get(() -> state.webhooks.values().stream().map(Snapshots::of).toList());
    }

    /** A manager unblocks a webhook that failed 100 times in a row. */
    public void unblockWebhook(String id) {
        change(() -> Objects.requireNonNull(state.webhooks.get(id), () -> "no webhook " + id).unblock());
    }

    /**
     * Whether edits and removals are sent as {@code update} to webhooks with the scope {@code message.created.userChat}. No
     * scope
     * for them is documented: off at the start, and its form is assumed.
     */
    public void changesFireWebhooks(boolean fire) {
        change(() -> state.events.changesFire = fire);
    }

    /** What the chat holds, by id. */
    public List<ChannelioMessage> messages(String userChatId) {
        return get(() -> people.chat(userChatId).messages.values().stream().map(Snapshots::of).toList());
    }

    /** All chats, by id. */
    public List<ChannelioUserChat> userChats() {
        return get(() -> state.chats.values().stream().map(Snapshots::of).toList());
    }

    /** All users, by id. */
    public List<ChannelioUser> users() {
        return get(() -> state.users.values().stream().map(Snapshots::of).toList());
    }

    private String write(String userChatId, Person person, Instant createdAt, Consumer<Message> content) {
        return get(() -> people.write(userChatId, person, createdAt, content));
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
