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
    private final Manager manager;

    private ChannelioSimulator(int port) {
        super(port);
        state = new ChannelioState(clock(), history(), baseUrl(), webhooks());
        manager = state.addManager("Mia Manager", "mia@desk.example");
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
        return manager.id();
    }

    /** What becomes of repeated request ids; {@link RequestIdPolicy#STORE_BOTH} at the start. */
    public void requestIds(RequestIdPolicy policy) {
        synchronized (state) {
            state.requestIds = policy;
        }
    }

    /**
     * Whether editing or removing a message moves the chat's {@code updatedAt}, and with it the chat to the top of its list.
     * The documentation does not say; off at the start, which is assumed because it is harder on whoever polls.
     */
    public void changesTouchChats(boolean touch) {
        synchronized (state) {
            state.changesTouchChats = touch;
        }
    }

    /**
     * From now on calls beyond the limit are answered with 429; at the start the headers count, and nothing is refused.
     *
     * @param limit calls at once
     * @param refillPerSecond calls that come back each second of the simulator's clock
     */
    public void enforceRateLimit(int limit, double refillPerSecond) {
        synchronized (state) {
            state.rate.enforce(limit, refillPerSecond);
        }
    }

    /** Opens a chat for a new customer and gives its id. */
    public String openUserChat(String customerName) {
        return openUserChat(customerName, null, null);
    }

    /** The same with an email address and a mobile number, either of which may be null. */
    public String openUserChat(String customerName, String email, String mobileNumber) {
        synchronized (state) {
            User user = state.addUser(null);
            put(user, "name", customerName);
            put(user, "email", email);
            put(user, "mobileNumber", mobileNumber);
            return state.addChat(user).id;
        }
    }

    /** Closes a chat; a later message of the customer opens it again. */
    public void closeUserChat(String userChatId) {
        synchronized (state) {
            state.close(chat(userChatId));
            state.commitLog(chat(userChatId), manager, "close", HistoryEntry.Origin.TEST);
        }
    }

    /** The manager opens a chat again. */
    public void reopenUserChat(String userChatId) {
        synchronized (state) {
            state.open(chat(userChatId));
            state.commitLog(chat(userChatId), manager, "open", HistoryEntry.Origin.TEST);
        }
    }

    /** The manager takes a chat over. */
    public void assignUserChat(String userChatId) {
        synchronized (state) {
            chat(userChatId).assigneeId = manager.id();
            state.commitLog(chat(userChatId), manager, "assign", HistoryEntry.Origin.TEST);
        }
    }

    /** Gives a chat other tags, none to take them away. */
    public void tagUserChat(String userChatId, String... tags) {
        synchronized (state) {
            chat(userChatId).tags.clear();
            chat(userChatId).tags.addAll(List.of(tags));
            state.commitLog(chat(userChatId), manager, "addTags", HistoryEntry.Origin.TEST);
        }
    }

    /** A chat is deleted: it and its messages are answered with 404 from now on. */
    public void deleteConversation(String userChatId) {
        synchronized (state) {
            state.delete(chat(userChatId), HistoryEntry.Origin.TEST);
        }
    }

    /** The chat sleeps until somebody writes. */
    public void snoozeUserChat(String userChatId) {
        synchronized (state) {
            state.snooze(chat(userChatId));
            state.commitLog(chat(userChatId), manager, "snooze", HistoryEntry.Origin.TEST);
        }
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
        return write(userChatId, null, createdAt, message -> say(message, text));
    }

    /**
     * With files.
     *
     * @param text null for a message that is only files
     */
    public String writeAsCustomer(String userChatId, String text, ChannelioFile... files) {
        return write(userChatId, null, null, message -> {
            say(message, text);
            Arrays.stream(files).forEach(file -> message.files.add(state.addFile(message.chat, file).json()));
        });
    }

    /** The manager answers. */
    public String writeAsManager(String userChatId, String text) {
        return write(userChatId, manager, null, message -> say(message, text));
    }

    /** The channel's own bot speaks, such as a support bot. */
    public String writeAsBot(String userChatId, String botName, String text) {
        return write(userChatId, bot(botName), null, message -> say(message, text));
    }

    /** A note among managers. */
    public String writePrivate(String userChatId, String text) {
        return write(userChatId, manager, null, message -> {
            say(message, text);
            message.options = List.of("private");
        });
    }

    /**
     * A system entry without text.
     *
     * @param action such as join, assign or addTags
     */
    public void writeLog(String userChatId, String action) {
        synchronized (state) {
            state.commitLog(chat(userChatId), manager, action, HistoryEntry.Origin.TEST);
        }
    }

    /** A customer's message takes its id and time now and becomes visible later. */
    public PendingMessage<String> beginAsCustomer(String userChatId, String text) {
        synchronized (state) {
            Message message = state.begin(chat(userChatId), chat(userChatId).user, null);
            say(message, text);
            return new PendingMessage<>(message.id, () -> commit(message));
        }
    }

    /**
     * A person edits a message in the desk: {@code editedAt} and {@code updatedAt} are set. The API has no call for that.
     *
     * @throws IllegalArgumentException for a removed message
     */
    public void editMessage(String userChatId, String messageId, String text) {
        synchronized (state) {
            state.edit(Objects.requireNonNull(chat(userChatId).messages.get(messageId), () -> "no message " + messageId), text);
        }
    }

    /**
     * A person removes a message: it stays in the list, with state removed and without its content. A second time nothing
     * happens. The API has no call for that.
     */
    public void removeMessage(String userChatId, String messageId) {
        synchronized (state) {
            state.remove(Objects.requireNonNull(chat(userChatId).messages.get(messageId), () -> "no message " + messageId));
        }
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
        synchronized (state) {
            return state.webhooks.values().stream().map(Snapshots::of).toList();
        }
    }

    /** A manager unblocks a webhook that failed 100 times in a row. */
    public void unblockWebhook(String id) {
        synchronized (state) {
            Objects.requireNonNull(state.webhooks.get(id), () -> "no webhook " + id).unblock();
        }
    }

    /**
     * Whether edits and removals are sent as {@code update} to webhooks with the scope {@code message.created.userChat}. No
     * scope
     * for them is documented: off at the start, and its form is assumed.
     */
    public void changesFireWebhooks(boolean fire) {
        synchronized (state) {
            state.events.changesFire = fire;
        }
    }

    /** What the chat holds, by id. */
    public List<ChannelioMessage> messages(String userChatId) {
        synchronized (state) {
            return chat(userChatId).messages.values().stream().map(Snapshots::of).toList();
        }
    }

    /** All chats, by id. */
    public List<ChannelioUserChat> userChats() {
        synchronized (state) {
            return state.chats.values().stream().map(Snapshots::of).toList();
        }
    }

    /** All users, by id. */
    public List<ChannelioUser> users() {
        synchronized (state) {
            return state.users.values().stream().map(Snapshots::of).toList();
        }
    }

    /** By the chat's own user when the person is null. */
    private String write(String userChatId, Person person, Instant createdAt, Consumer<Message> content) {
        synchronized (state) {
            UserChat chat = chat(userChatId);
            Message message = state.begin(chat, person == null ? chat.user : person, createdAt);
            content.accept(message);
            state.commit(message, HistoryEntry.Origin.TEST);
            return message.id;
        }
    }

    private void commit(Message message) {
        synchronized (state) {
            state.commit(message, HistoryEntry.Origin.TEST);
        }
    }

    private Bot bot(String name) {
        synchronized (state) {
            return state.bot(name);
        }
    }

    private static void say(Message message, String text) {
        if (text != null) {
            message.say(text);
        }
    }

    private static void put(User user, String name, String value) {
        User.putPresent(user.profile, name, value);
    }

    private UserChat chat(String id) {
        return Objects.requireNonNull(state.chats.get(id), () -> "no user chat " + id);
    }
}
