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
package io.github.camelhelpdesk.testkit.acquire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.PendingMessage;
import io.github.camelhelpdesk.testkit.http.ServedSimulator;

/**
 * Acquire's REST v1 with one account and one API key. What the API does, and from which page that is known, stands on the
 * classes behind it; the methods here are what contacts and users would do. Safe for many threads.
 * <p>
 * A conversation is a thread. Methods that take one accept the id of any of its cases; what is written goes to the newest. The
 * history names the thread, which has the id of its first case.
 */
public final class AcquireSimulator extends ServedSimulator {

    /** The account's sub-domain. */
    public static final String ACCOUNT = "simulated";
    /** The connected inbox, which mail is sent from. */
    public static final String MAIL_ADDRESS = "support@desk.example";
    /** The connected number, which SMS are sent from. */
    public static final String PHONE_NUMBER = "+12025550100";

    private final AcquireState state;
    private final AcquirePeople people;

    private AcquireSimulator(int port) {
        super(port);
        state = new AcquireState(clock(), history(), webhooks());
        people = new AcquirePeople(state);
        serve(new AcquireRoutes(state)::handle);
    }

    /** Starts on a free port. */
    public static AcquireSimulator start() {
        return start(0);
    }

    public static AcquireSimulator start(int port) {
        return new AcquireSimulator(port);
    }

    /** For the header {@code Authorization}, after {@code Bearer} and one space. */
    public String apiKey() {
        return state.apiKey;
    }

    /** The user that the key belongs to: who speaks through the API unless told otherwise. */
    public String userId() {
        return String.valueOf(state.keyUser.id());
    }

    /** The user who writes {@link #writeAsUser}. */
    public String agentId() {
        return String.valueOf(state.agent.id());
    }

    /** What a list of a thread's messages holds; {@link AcquireMessageListing#CASES}, the published example, at the start. */
    public void listing(AcquireMessageListing listing) {
        change(() -> state.listing = listing);
    }

    /**
     * Whether only what is documented works: {@code where} with {@code eq}, and no {@code order} of cases and messages. Off at
     * the start: {@code gt}, {@code gte}, {@code lt}, {@code lte} and {@code order} work too.
     */
    public void documentedOnly(boolean only) {
        change(() -> state.documentedOnly = only);
    }

    /** The number of the first page, which the documentation leaves open; 0 at the start. */
    public void pagesFrom(int first) {
        change(() -> state.firstPage = first);
    }

    /**
     * Whether editing or deleting a message moves the case's {@code dateUpdated}. Off at the start: in the published example of
     * an edit it did not.
     */
    public void changesTouchCases(boolean touch) {
        change(() -> state.changesTouchCases = touch);
    }

    /** Whether a deleted message stays in the lists without its text; off at the start, when it is gone without a trace. */
    public void keepsDeleted(boolean keep) {
        change(() -> state.keepsDeleted = keep);
    }

    /** Whether the {@code meta} of a chat message is stored, as the published answer shows; on at the start. */
    public void keepsMeta(boolean keep) {
        change(() -> state.keepsMeta = keep);
    }

    /** The key loses a permission: 403 from now on. */
    public void forbid(AcquirePermission permission) {
        change(() -> state.permissions.remove(permission));
    }

    /** The key gets the permission back; it has them all at the start. */
    public void permit(AcquirePermission permission) {
        change(() -> state.permissions.add(permission));
    }

    /** Adds a custom attribute of contacts. Fields that the account does not have are dropped without a word. */
    public void addContactField(String key) {
        change(() -> state.contactFields.add(key));
    }

    /** Opens a chat for a new contact, active at once, and gives the id of its thread. */
    public String openCase(String contactName) {
        return openCase(contactName, null, null);
    }

    /** The same with an email address and a phone number; each of the three may be null. */
    public String openCase(String contactName, String email, String phone) {
        return get(() -> people.open("chat", contactName, email, phone).id);
    }

    /** A mail of somebody new arrives; gives the id of its thread, whose only message it is. */
    public String receiveMail(String contactName, String email, String subject, String text) {
        return get(() -> {
            Case opened = people.open("mail", contactName, email, null);
            opened.title = subject;
            people.write(opened, opened.contact, Message.MESSAGE, text, null);
            return opened.id;
        });
    }

    /** An SMS of somebody new arrives; gives the id of its thread, whose only message it is. */
    public String receiveSms(String phone, String text) {
        return get(() -> {
            Case opened = people.open("sms", null, null, phone);
            people.write(opened, opened.contact, Message.MESSAGE, text, null);
            return opened.id;
        });
    }

    /** The newest case of the thread gets this status. */
    public void changeStatus(String threadId, AcquireStatus status) {
        change(() -> state.become(people.current(threadId), status));
    }

    /** A user closes the newest case; a later message of the contact begins another in the same thread. */
    public void closeCase(String threadId) {
        changeStatus(threadId, AcquireStatus.CLOSED);
    }

    /** A user opens the thread again, and gets the id of its new case. */
    public String reopenCase(String threadId) {
        return get(() -> people.reopen(people.current(threadId)).id);
    }

    /** A thread is deleted with its cases and messages: not found from now on. */
    public void deleteConversation(String threadId) {
        change(() -> state.deleteThread(people.current(threadId).threadId));
    }

    /** Writes what a contact writes, on the channel of the case, and gives the message id; so do the methods below. */
    public String writeAsContact(String threadId, String text) {
        return writeAsContact(threadId, text, null);
    }

    /**
     * With a time of its own, of whole seconds; the id is the newest.
     *
     * @param dateCreated any time, past or future; null for now
     */
    public String writeAsContact(String threadId, String text, Instant dateCreated) {
        return get(() -> {
            Case open = people.open(threadId);
            return people.write(open, open.contact, Message.MESSAGE, text, dateCreated);
        });
    }

    /** A user answers, on the channel of the case. */
    public String writeAsUser(String threadId, String text) {
        return get(() -> people.write(people.open(threadId), state.agent, Message.MESSAGE, text, null));
    }

    /** A note among users. */
    public String writeNote(String threadId, String text) {
        return get(() -> people.write(people.open(threadId), state.agent, Message.NOTE, text, null));
    }

    /** What the system says, such as who joined; with the marker of a text to be translated. */
    public String writeEvent(String threadId, String text) {
        return get(() -> people.write(people.open(threadId), state.agent, Message.EVENT, text + "|translate", null));
    }

    /** A contact's message takes its id and time now and becomes visible later. */
    public PendingMessage<String> beginAsContact(String threadId, String text) {
        synchronized (state) {
            Case open = people.open(threadId);
            Message message = people.begin(open, open.contact, Message.MESSAGE, text, null);
            return new PendingMessage<>(String.valueOf(message.id), () -> change(
                    () -> state.commit(message, HistoryEntry.Origin.TEST)));
        }
    }

    /** Somebody edits a message: {@code dateUpdated} is set. */
    public void editMessage(String threadId, String messageId, String text) {
        change(() -> state.edit(people.message(threadId, messageId), text, HistoryEntry.Origin.TEST));
    }

    /** Somebody deletes a message; see {@link #keepsDeleted}. */
    public void deleteMessage(String threadId, String messageId) {
        change(() -> state.delete(people.message(threadId, messageId), HistoryEntry.Origin.TEST));
    }

    /** Registers a webhook for the status of cases, with a key that is made up. */
    public AcquireWebhook registerWebhook(String url) {
        synchronized (state) {
            Webhook webhook = state.addWebhook("simulated " + url, url);
            webhook.hmacKey = UUID.randomUUID().toString();
            webhook.events = List.of(Webhook.CASE_STATUS);
            return Snapshots.of(webhook);
        }
    }

    /** All registered webhooks, by id, however they were registered. */
    public List<AcquireWebhook> registeredWebhooks() {
        synchronized (state) {
            return state.webhooks.values().stream().map(Snapshots::of).toList();
        }
    }

    /** What the thread holds, by id. */
    public List<AcquireMessage> messages(String threadId) {
        synchronized (state) {
            return state.thread(people.current(threadId).threadId).stream().flatMap(each -> each.messages.stream())
                    .map(Snapshots::of).toList();
        }
    }

    /** All cases, by id. */
    public List<AcquireCase> cases() {
        synchronized (state) {
            return state.cases.values().stream().map(Snapshots::of).toList();
        }
    }

    /** All contacts, by id. */
    public List<AcquireContact> contacts() {
        synchronized (state) {
            return state.contacts.values().stream().map(Snapshots::of).toList();
        }
    }

    private void change(Runnable change) {
        synchronized (state) {
            change.run();
        }
    }

    private String get(Supplier<Long> action) {
        synchronized (state) {
            return String.valueOf(action.get());
        }
    }
}
