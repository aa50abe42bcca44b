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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.SimulatorClock;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * The installation's database. Whoever reads or writes it holds this object's monitor.
 * <p>
 * Ids of different things start far apart, so that a mixed-up id meets nothing instead of something.
 */
final class ChatwootState {

    static final long ACCOUNT = 1;

    final SimulatorClock clock;
    final History history;
    final String baseUrl;
    final ChatwootEvents events;
    final Map<Long, Inbox> inboxes = new TreeMap<>();
    final Map<Long, User> users = new TreeMap<>();
    final Map<Long, AgentBot> bots = new TreeMap<>();
    final Map<String, Caller> tokens = new HashMap<>();
    final Map<Long, Contact> contacts = new TreeMap<>();
    final Map<Long, Conversation> conversations = new TreeMap<>();
    final Map<Long, Webhook> webhooks = new TreeMap<>();
    final Map<String, Attachment> files = new HashMap<>();
    final List<ContactInbox> contactInboxes = new ArrayList<>();
    final RequestThrottle throttle = new RequestThrottle();
    boolean limitMessagesPerMinute;
    boolean scrambleTies = true;
    String deletionNotice = "This message was deleted";

    private final Map<String, ContactInbox> bySourceId = new HashMap<>();
    private long lastInbox = 20;
    private long lastUser = 50;
    private long lastContact = 300;
    private long lastConversation;
    private long lastMessage = 10_000;
    private long lastOther = 700;

    ChatwootState(SimulatorClock clock, History history, String baseUrl, Webhooks sender) {
        this.clock = clock;
        this.history = history;
        this.baseUrl = baseUrl;
        this.events = new ChatwootEvents(this, sender);
    }

    Inbox addInbox(String name, ChatwootInboxType type, boolean lockToSingleConversation) {
        Inbox inbox = new Inbox(++lastInbox, name, type, lockToSingleConversation);
        inboxes.put(inbox.id, inbox);
        return inbox;
    }

    String addUser(String name, String email, boolean administrator, Set<Long> memberOf) {
        User user = new User(++lastUser, name, email, administrator, memberOf);
        users.put(user.id(), user);
        return addToken(user);
    }

    String addBot(String name) {
        AgentBot bot = new AgentBot(++lastOther, name);
        bots.put(bot.id(), bot);
        return addToken(bot);
    }

    Contact addContact(String name) {
        Contact contact = new Contact(++lastContact, clock.now());
        contact.name = name;
        contacts.put(contact.id, contact);
        return contact;
    }

    /** Contact-inbox of a source id, in one inbox, or in any when the inbox is null. */
    Optional<ContactInbox> contactInbox(Inbox inbox, String sourceId) {
        return inbox != null ? Optional.ofNullable(bySourceId.get(inbox.id + "/" + sourceId))
                : contactInboxes.stream().filter(each -> each.sourceId().equals(sourceId)).findFirst();
    }

    /**
     * Finds or creates (chatwoot.md, section 6). An API or website inbox keeps one source id per contact and call; without one
     * it makes a random one up.
     */
    ContactInbox contactInbox(Contact contact, Inbox inbox, String sourceId) {
        String key = sourceId != null ? sourceId
                : inbox.type == ChatwootInboxType.EMAIL && contact.email != null ? contact.email : UUID.randomUUID().toString();
        ContactInbox known = bySourceId.get(inbox.id + "/" + key);
        if (known == null) {
            known = new ContactInbox(contact, inbox, key);
            bySourceId.put(inbox.id + "/" + key, known);
            contactInboxes.add(known);
        } else if (known.contact() != contact) {
            throw Errors.unprocessable("source_id should be unique");
        }
        return known;
    }

    Conversation addConversation(ContactInbox contactInbox) {
        Conversation conversation = new Conversation(++lastConversation, contactInbox, clock.now());
        conversation.status = contactInbox.contact().blocked ? "resolved" : "open";
        conversations.put(conversation.id, conversation);
        return conversation;
    }

    Webhook addWebhook(String url) {
        Webhook webhook = new Webhook(++lastOther, url);
        webhooks.put(webhook.id, webhook);
        return webhook;
    }

    Attachment addFile(String name, String contentType, byte[] content) {
        Attachment file = new Attachment(++lastOther, name, contentType, content, UUID.randomUUID().toString());
        files.put(file.key(), file);
        return file;
    }

    /** Takes the next id, as the database does when the transaction begins; nobody sees the message yet. */
    Message begin(Conversation conversation, ChatwootMessageType type, Instant createdAt) {
        Instant now = clock.now();
        return new Message(++lastMessage, conversation, type, createdAt == null ? now : createdAt, now);
    }

    /**
     * Makes a message visible and does what its creation causes (chatwoot.md, section 5): it touches {@code updated_at} and
     * {@code last_activity_at}, and an incoming one reopens the conversation.
     */
    void commit(Message message, HistoryEntry.Origin origin) {
        Conversation conversation = message.conversation;
        conversation.messages.put(message.id, message);
        conversation.touch(message.begunAt);
        conversation.lastActivityAt = message.createdAt;
        record(HistoryEntry.Kind.WRITTEN, message, origin);
        events.created(message);
        change(conversation, () -> changeBy(message));
    }

    /** A change of what {@code conversation_updated} tells of is told (chatwoot.md, section 7). */
    void change(Conversation conversation, Runnable change) {
        var before = ConversationChanges.tracked(conversation);
        change.run();
        events.changed(conversation, ConversationChanges.between(before, ConversationChanges.tracked(conversation)));
    }

    private void changeBy(Message message) {
        Conversation conversation = message.conversation;
        if (message.type == ChatwootMessageType.INCOMING) {
            reopen(conversation);
        } else if (message.type == ChatwootMessageType.OUTGOING && !message.isPrivate) {
            conversation.waitingSince = null;
            conversation.firstReplyCreatedAt = conversation.firstReplyCreatedAt == null ? message.createdAt
                    : conversation.firstReplyCreatedAt;
        }
    }

    /**
     * Another text in the place of the first. Like every change after the creation it moves the message's own
     * {@code updated_at} and does not touch the conversation (chatwoot.md, section 5).
     */
    void edit(Message message, String text, HistoryEntry.Origin origin) {
        if (message.isDeleted()) {
            throw new IllegalArgumentException("Message " + message.id + " is deleted and cannot be edited");
        }
        message.content = text;
        message.updatedAt = clock.now();
        record(HistoryEntry.Kind.EDITED, message, origin);
        events.updated(message);
    }

    /**
     * Soft delete (chatwoot.md, section 4). It does not touch the conversation (section 5); a second one changes nothing.
     */
    void delete(Message message, HistoryEntry.Origin origin) {
        if (message.isDeleted()) {
            return;
        }
        message.content = deletionNotice;
        message.contentType = "text";
        message.contentAttributes = Json.object().put("deleted", true);
        message.attachments = new ArrayList<>();
        message.updatedAt = clock.now();
        record(HistoryEntry.Kind.DELETED, message, origin);
        events.updated(message);
    }

    /** The conversation and its messages are not found any more; the contact's session in the inbox stays. */
    void delete(Conversation conversation, HistoryEntry.Origin origin) {
        conversations.remove(conversation.id);
        history.add(HistoryEntry.Kind.CONVERSATION_DELETED, origin, String.valueOf(conversation.id), null, Author.SYSTEM,
                false, null, conversation.createdAt);
    }

    /** Status back to sent, attributes emptied (chatwoot.md, section 4). */
    void retry(Message message) {
        message.status = "sent";
        message.contentAttributes = Json.object();
        message.updatedAt = clock.now();
        events.updated(message);
    }

    private String addToken(Caller owner) {
        String token = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        tokens.put(token, owner);
        return token;
    }

    private void reopen(Conversation conversation) {
        if (conversation.waitingSince == null) {
            conversation.waitingSince = clock.now();
        }
        if (conversation.status.equals("resolved") || conversation.status.equals("snoozed")) {
            conversation.status = "open";
            conversation.snoozedUntil = null;
        }
    }

    private void record(HistoryEntry.Kind kind, Message message, HistoryEntry.Origin origin) {
        history.add(kind, origin, String.valueOf(message.conversation.id), String.valueOf(message.id),
                message.type.author(message.sender), message.isPrivate, message.content, message.createdAt);
    }
}
