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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.SimulatorClock;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/** The account's database. Whoever reads or writes it holds this object's monitor. */
final class AcquireState {

    /** What the documentation's contacts have; others exist once they are added. */
    private static final List<String> SYSTEM_FIELDS = List.of("name", "email", "phone", "city", "state", "countryId", "ip");

    final SimulatorClock clock;
    final History history;
    final AcquireEvents events;
    final String apiKey = UUID.randomUUID().toString().replace("-", "");
    final Map<Long, Case> cases = new TreeMap<>();
    final Map<Long, Contact> contacts = new TreeMap<>();
    final Map<Long, Message> messages = new TreeMap<>();
    final Map<Long, Webhook> webhooks = new TreeMap<>();
    final Set<String> contactFields = new TreeSet<>(SYSTEM_FIELDS);
    final Set<AcquirePermission> permissions = EnumSet.allOf(AcquirePermission.class);
    final User keyUser = new User(25, "Relay", "relay@desk.example");
    final User agent = new User(12, "Ada Agent", "ada@desk.example");
    AcquireMessageListing listing = AcquireMessageListing.CASES;
    boolean documentedOnly;
    boolean changesTouchCases;
    boolean keepsDeleted;
    boolean keepsMeta = true;
    int firstPage;

    private long lastCase = 850;
    private long lastContact = 750_900;
    private long lastMessage = 3_300;
    private long lastTimeline = 2_100;
    private long lastRow = 300;

    AcquireState(SimulatorClock clock, History history, Webhooks sender) {
        this.clock = clock;
        this.history = history;
        this.events = new AcquireEvents(this, sender);
    }

    Contact addContact() {
        Contact contact = new Contact(++lastContact, Times.stored(clock.now()));
        contacts.put(contact.id, contact);
        return contact;
    }

    /**
     * Adds a case.
     *
     * @param earlier any case of the thread that it continues; null for a new thread
     */
    Case addCase(Contact contact, Case earlier, String channel, AcquireStatus status) {
        long id = ++lastCase;
        Case added = earlier == null ? new Case(id, id, ++lastTimeline, contact, channel, clock.now())
                : new Case(id, earlier.threadId, earlier.timelineId, contact, channel, clock.now());
        added.dateQueue = added.dateCreated;
        added.become(status, clock.now());
        cases.put(added.id, added);
        return added;
    }

    /** The number of a row in one of the tables that nobody asks for. */
    long nextRow() {
        return ++lastRow;
    }

    /** Takes the next id; nobody sees the message yet. */
    Message begin(Case owner, Person sender, String type, String text, Instant dateCreated) {
        Message message = new Message(++lastMessage, owner, sender, type, dateCreated == null ? clock.now() : dateCreated);
        message.text = text;
        return message;
    }

    /** Makes it visible and moves the case's time of change (seed-000: it is that of the last message). */
    void commit(Message message, HistoryEntry.Origin origin) {
        Case owner = message.owner;
        owner.messages.add(message);
        owner.messages.sort(Comparator.comparingLong(each -> each.id));
        messages.put(message.id, message);
        owner.dateUpdated = Times.stored(clock.now());
        if (message.sender instanceof User user && !owner.users.contains(user)) {
            owner.users.add(user);
        }
        record(HistoryEntry.Kind.WRITTEN, message, origin);
    }

    void edit(Message message, String text, HistoryEntry.Origin origin) {
        message.text = text;
        message.dateUpdated = Times.stored(clock.now());
        if (message.meta.has("Body")) {
            message.meta.put("Body", text).put("body", text).put("SMS", text);
        }
        changed(HistoryEntry.Kind.EDITED, message, origin);
    }

    /** The row is gone, silently (acquire.md, section 10), or stays without its text when told so. */
    void delete(Message message, HistoryEntry.Origin origin) {
        message.deleted = true;
        message.text = null;
        if (keepsDeleted) {
            message.text = "";
            message.meta.removeAll();
            message.dateUpdated = Times.stored(clock.now());
        } else {
            message.owner.messages.remove(message);
            messages.remove(message.id);
        }
        changed(HistoryEntry.Kind.DELETED, message, origin);
    }

    void become(Case changed, AcquireStatus status) {
        if (changed.status != status) {
            changed.become(status, clock.now());
            events.status(changed);
        }
    }

    /** The whole thread with its messages is not found any more. */
    void deleteThread(long threadId) {
        List<Case> gone = thread(threadId);
        gone.forEach(each -> {
            cases.remove(each.id);
            each.messages.forEach(message -> messages.remove(message.id));
        });
        history.add(HistoryEntry.Kind.CONVERSATION_DELETED, HistoryEntry.Origin.TEST, String.valueOf(threadId), null,
                Author.SYSTEM, false, null, gone.get(0).dateCreated);
    }

    /** Its cases, oldest first; empty for an unknown thread. */
    List<Case> thread(long threadId) {
        return cases.values().stream().filter(each -> each.threadId == threadId).toList();
    }

    /** The newest case of the thread. */
    Case latest(Case any) {
        List<Case> thread = thread(any.threadId);
        return thread.get(thread.size() - 1);
    }

    Webhook addWebhook(String name, String url) {
        Webhook webhook = new Webhook(nextRow(), name, url);
        webhooks.put(webhook.id, webhook);
        return webhook;
    }

    /** An edit leaves the case's time alone (D2 {@code update.md}: its case is older than the edit). */
    private void changed(HistoryEntry.Kind kind, Message message, HistoryEntry.Origin origin) {
        if (changesTouchCases) {
            message.owner.dateUpdated = Times.stored(clock.now());
        }
        record(kind, message, origin);
    }

    private void record(HistoryEntry.Kind kind, Message message, HistoryEntry.Origin origin) {
        history.add(kind, origin, String.valueOf(message.owner.threadId), String.valueOf(message.id), message.author(),
                message.isPrivate(), message.deleted ? null : message.text, message.dateCreated);
    }
}
