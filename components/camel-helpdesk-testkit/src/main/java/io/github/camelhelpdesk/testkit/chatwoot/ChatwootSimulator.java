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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.PendingMessage;
import io.github.camelhelpdesk.testkit.http.ServedSimulator;

/**
 * Chatwoot 4.15 with one account, one administrator and one API inbox. What its API does, and from which page or source that is
 * known, stands on the classes behind it; the methods here are what people at a Chatwoot would do. Safe for many threads.
 */
public final class ChatwootSimulator extends ServedSimulator {

    private final ChatwootState state;
    private final ChatwootRoutes routes;
    private final Snapshots snapshots;
    private final String accessToken;
    private final Inbox inbox;
    private final ChatwootPeople people;

    private ChatwootSimulator(int port) {
        super(port);
        state = new ChatwootState(clock(), history(), baseUrl(), webhooks());
        routes = new ChatwootRoutes(state);
        snapshots = new Snapshots(state);
        accessToken = state.addUser("Ada Admin", "ada@desk.example", true, Set.of());
        people = new ChatwootPeople(state,
                (User) state.tokens.get(state.addUser("Gil Agent", "gil@desk.example", false, Set.of())));
        inbox = state.addInbox("Test inbox", ChatwootInboxType.API, false);
        serve(routes::handle);
    }

    /** Starts on a free port. */
    public static ChatwootSimulator start() {
        return start(0);
    }

    public static ChatwootSimulator start(int port) {
        return new ChatwootSimulator(port);
    }

    /** Token of the administrator. */
    public String accessToken() {
        return accessToken;
    }

    public long accountId() {
        return ChatwootState.ACCOUNT;
    }

    /** The API inbox that is there from the start. */
    public long inboxId() {
        return inbox.id;
    }

    /**
     * Somebody changes a setting of an inbox, which the simulator shows and does not act on.
     *
     * @param setting as the API names it, such as {@code greeting_enabled}
     */
    public void changeInbox(long id, String setting, Object value) {
        change(() -> state.inboxes.get(id).settings.putPOJO(setting, value));
    }

    /** The random public name of that inbox, which is not its id. */
    public String inboxIdentifier() {
        return inbox.identifier;
    }

    /** Adds an inbox and gives its id. */
    public long addInbox(String name, ChatwootInboxType type) {
        return get(() -> state.addInbox(name, type, false).id);
    }

    /** Adds an API inbox that keeps one conversation per contact ({@code lock_to_single_conversation}) and gives its id. */
    public long addSingleConversationInbox(String name) {
        return get(() -> state.addInbox(name, ChatwootInboxType.API, true).id);
    }

    /**
     * Adds an agent and gives the token.
     *
     * @param memberOf ids of the inboxes whose conversations the agent sees
     */
    public String addAgent(String name, String email, Long... memberOf) {
        return get(() -> state.addUser(name, email, false, Set.of(memberOf)));
    }

    /** Adds an agent bot and gives its token, which most addresses refuse with 401. */
    public String addAgentBot(String name) {
        return get(() -> state.addBot(name));
    }

    /**
     * Id of an agent bot, as conversations are assigned to it.
     *
     * @throws java.util.NoSuchElementException when there is none of that name
     */
    public long agentBotId(String name) {
        return get(() -> state.bots.values().stream().filter(bot -> bot.name().equals(name)).findFirst().orElseThrow().id());
    }

    /** Lets messages beyond 200 a minute and conversation be refused with 422; off at the start. */
    public void limitMessagesPerMinute(boolean limit) {
        change(() -> state.limitMessagesPerMinute = limit);
    }

    /**
     * Lets requests beyond this number in a minute of the clock be refused with 429; the real limit is 3000. Off at the start.
     */
    public void limitRequestsPerMinute(int limit) {
        change(() -> state.throttle.limit(limit));
    }

    /**
     * Whether messages of one second are listed in no useful order, as the documentation allows; on at the start. Off, they
     * come
     * in the order of their full time and id.
     */
    public void scrambleTies(boolean scramble) {
        change(() -> state.scrambleTies = scramble);
    }

    /** What stands in the place of a deleted text; English at the start, in truth in the language of the account. */
    public void deletionNotice(String text) {
        change(() -> state.deletionNotice = text);
    }

    /** Opens a conversation in the first inbox for a new customer and gives its id. */
    public long openConversation(String customerName) {
        return openConversation(customerName, null, null);
    }

    /** The same with an email address and a phone number, either of which may be null; a known address is the known contact. */
    public long openConversation(String customerName, String email, String phoneNumber) {
        return openConversationIn(inbox.id, customerName, email, phoneNumber);
    }

    /** The same in another inbox. */
    public long openConversationIn(long inboxId, String customerName, String email, String phoneNumber) {
        return get(() -> people.open(state.inboxes.get(inboxId), customerName, email, phoneNumber).id);
    }

    /**
     * A mail arrives in an email inbox; gives the conversation that it opens, whose only message it is. The parts of the mail
     * stand in {@code content_attributes.email}, and the content is the text of the reply (chatwoot.md, section 8).
     *
     * @param inboxId of an inbox of type {@link ChatwootInboxType#EMAIL}
     */
    public long receiveMail(long inboxId, String customerName, String email, String subject, String text) {
        synchronized (state) {
            long id = openConversationIn(inboxId, customerName, email, null);
            people.conversation(id).additionalAttributes.put("source", "email").put("mail_subject", subject);
            write(id, ChatwootMessageType.INCOMING, null, message -> {
                message.content = text;
                message.contentType = "incoming_email";
                ObjectNode mail = message.contentAttributes.putObject("email").put("subject", subject);
                mail.putObject("text_content").put("full", text).put("reply", text);
                String html = "<p>" + text + "</p>";
                mail.putObject("html_content").put("full", html).put("reply", html);
            });
            return id;
        }
    }

    /** An administrator deletes a conversation: it and its messages are answered with 404 from now on. */
    public void deleteConversation(long conversationId) {
        change(() -> state.delete(people.conversation(conversationId), HistoryEntry.Origin.TEST));
    }

    /** The agent resolves a conversation; a later message of the customer opens it again. */
    public void resolveConversation(long conversationId) {
        change(() -> people.change(conversationId, conversation -> conversation.status = "resolved"));
    }

    /** The agent opens a conversation again. */
    public void reopenConversation(long conversationId) {
        change(() -> people.change(conversationId, conversation -> conversation.status = "open"));
    }

    /** A conversation sleeps until the customer writes. */
    public void snoozeConversation(long conversationId) {
        change(() -> people.change(conversationId, conversation -> conversation.status = "snoozed"));
    }

    /** The agent takes a conversation over and gives the agent's id. */
    public long assignConversation(long conversationId) {
        change(() -> people.change(conversationId, conversation -> conversation.assignee = people.agent()));
        return people.agent().id();
    }

    /** Nobody is responsible for a conversation any more. */
    public void unassignConversation(long conversationId) {
        change(() -> people.change(conversationId, conversation -> conversation.assignee = null));
    }

    /** Gives a conversation other labels, none to take them away. */
    public void labelConversation(long conversationId, String... labels) {
        change(() -> people.change(conversationId, conversation -> conversation.labels = new ArrayList<>(List.of(labels))));
    }

    /** Writes what a customer writes and gives the message id; so do the methods below. */
    public long writeAsCustomer(long conversationId, String text) {
        return write(conversationId, ChatwootMessageType.INCOMING, null, message -> message.content = text);
    }

    /**
     * With a time of its own, as an import does: the id is the newest, {@code created_at} is not.
     *
     * @param createdAt any time, past or future
     */
    public long writeAsCustomer(long conversationId, String text, Instant createdAt) {
        return write(conversationId, ChatwootMessageType.INCOMING, createdAt, message -> message.content = text);
    }

    /**
     * With files.
     *
     * @param text null for a message that is only files
     */
    public long writeAsCustomer(long conversationId, String text, ChatwootFile... files) {
        return write(conversationId, ChatwootMessageType.INCOMING, null, message -> {
            message.content = text;
            Arrays.stream(files).forEach(
                    file -> message.attachments.add(state.addFile(file.name(), file.contentType(), file.content())));
        });
    }

    /** The agent answers; the text passes through Liquid like any outgoing one. */
    public long writeAsAgent(long conversationId, String text) {
        return writeAsAgent(conversationId, text, null);
    }

    /** The agent answers, with a time of its own. */
    public long writeAsAgent(long conversationId, String text, Instant createdAt) {
        return write(conversationId, ChatwootMessageType.OUTGOING, createdAt,
                message -> message.content = MessageBuilder.content(message, text));
    }

    /** The agent answers to a message of the conversation. */
    public long replyAsAgent(long conversationId, long messageId, String text) {
        return write(conversationId, ChatwootMessageType.OUTGOING, null, message -> {
            message.content = MessageBuilder.content(message, text);
            message.contentAttributes.put("in_reply_to", messageId);
        });
    }

    /** A note among agents. */
    public long writePrivateNote(long conversationId, String text) {
        return write(conversationId, ChatwootMessageType.OUTGOING, null, message -> {
            message.content = text;
            message.isPrivate = true;
        });
    }

    /** What Chatwoot notes itself, such as "Conversation was marked resolved". */
    public long writeActivity(long conversationId, String text) {
        return write(conversationId, ChatwootMessageType.ACTIVITY, null, message -> message.content = text);
    }

    /** What Chatwoot sends by itself, such as a greeting. */
    public long writeTemplate(long conversationId, String text) {
        return write(conversationId, ChatwootMessageType.TEMPLATE, null,
                message -> message.content = MessageBuilder.content(message, text));
    }

    /** A customer's message takes its id and time now and becomes visible later. */
    public PendingMessage<Long> beginAsCustomer(long conversationId, String text) {
        synchronized (state) {
            Message message = people.begin(conversationId, ChatwootMessageType.INCOMING, null, it -> it.content = text);
            return new PendingMessage<>(message.id, () -> change(() -> people.commit(message)));
        }
    }

    /**
     * A message gets another text after it was written. Chatwoot has no call for that, yet texts change: a channel such as
     * Telegram reports that its user edited a message. So only a test can do it, whoever wrote the message. As with a status,
     * the
     * conversation is not touched: a poll by {@code updated_within} does not see it.
     *
     * @throws IllegalArgumentException for a deleted message
     */
    public void editMessage(long conversationId, long messageId, String text) {
        change(() -> state.edit(people.message(conversationId, messageId), text, HistoryEntry.Origin.TEST));
    }

    /**
     * An agent deletes a message, as Chatwoot does: a notice takes the text's place, the attributes are {@code deleted} alone,
     * files are gone, the source id stays, the conversation is not touched. A second time nothing happens.
     */
    public void deleteMessage(long conversationId, long messageId) {
        change(() -> state.delete(people.message(conversationId, messageId), HistoryEntry.Origin.TEST));
    }

    /** An agent presses retry: the content attributes are emptied. */
    public void retryMessage(long conversationId, long messageId) {
        change(() -> state.retry(people.message(conversationId, messageId)));
    }

    /** What the conversation holds, by id. */
    public List<ChatwootMessage> messages(long conversationId) {
        return get(() -> people.conversation(conversationId).messages.values().stream().map(snapshots::message).toList());
    }

    /** All conversations, by id. */
    public List<ChatwootConversation> conversations() {
        return get(() -> state.conversations.values().stream().map(snapshots::conversation).toList());
    }

    /** All contacts, by id. */
    public List<ChatwootContact> contacts() {
        return get(() -> state.contacts.values().stream().map(snapshots::contact).toList());
    }

    /**
     * Registers a webhook as an administrator does in the settings.
     *
     * @param subscriptions events such as {@code message_created}; none for the eight of the default
     * @return with the secret that Chatwoot made up
     * @throws IllegalArgumentException when the url is registered already
     */
    public ChatwootWebhook registerWebhook(String url, String... subscriptions) {
        synchronized (state) {
            if (webhookUrls().contains(url)) {
                throw new IllegalArgumentException("There is a webhook for " + url + " already");
            }
            Webhook webhook = state.addWebhook(url);
            webhook.subscriptions = subscriptions.length == 0 ? webhook.subscriptions : List.of(subscriptions);
            return snapshots.webhook(webhook);
        }
    }

    /** All registered webhooks, by id, however they were registered. */
    public List<ChatwootWebhook> registeredWebhooks() {
        return get(() -> state.webhooks.values().stream().map(snapshots::webhook).toList());
    }

    /** Addresses of the registered webhooks. */
    public Set<String> webhookUrls() {
        return get(() -> state.webhooks.values().stream().map(webhook -> webhook.url).collect(Collectors.toUnmodifiableSet()));
    }

    private long write(long conversationId, ChatwootMessageType type, Instant createdAt, Consumer<Message> content) {
        return get(() -> people.write(conversationId, type, createdAt, content));
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
