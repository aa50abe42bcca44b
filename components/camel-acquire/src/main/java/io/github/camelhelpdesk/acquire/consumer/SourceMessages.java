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
package io.github.camelhelpdesk.acquire.consumer;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.client.ThreadEntries;
import io.github.camelhelpdesk.acquire.model.AcquireAttachment;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.transform.MailSubject;
import io.github.camelhelpdesk.acquire.transform.MessageKind;
import io.github.camelhelpdesk.acquire.transform.MessageText;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageVersion;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.model.AuthorType;

/** Makes batches for the consumer of the messages of a thread. Several may have the same second: ids tell their order. */
final class SourceMessages {

    private static final Comparator<SourceMessage> ORDER = Comparator.comparing(SourceMessage::createdAt)
            .thenComparing(message -> number(message.id())).thenComparing(SourceMessage::id);

    private final String threadId;
    private final Instant floor;
    private final ThreadPeople people;

    /**
     * @param threadId the conversation
     * @param floor what was written before it is left out: nothing of it is owed
     * @param people knows the names
     */
    SourceMessages(String threadId, Instant floor, ThreadPeople people) {
        this.threadId = threadId;
        this.floor = floor;
        this.people = people;
    }

    /** A batch, oldest first. */
    MessageBatch batch(List<Item<AcquireMessage>> items, Instant answeredAt) {
        List<Item<AcquireMessage>> byId = items.stream().filter(SourceMessages::hasId)
                .sorted(Comparator.comparing(item -> number(id(item)))).toList();
        Instant before = items.stream().map(ThreadEntries::createdAt).filter(Objects::nonNull).min(Instant::compareTo)
                .orElse(floor);
        List<SourceMessage> messages = new ArrayList<>();
        for (Item<AcquireMessage> item : byId) {
            Instant own = ThreadEntries.createdAt(item);
            // One that does not tell its time gets that of its older neighbour, which stays the same in later reads.
            before = own == null ? before : own;
            if (!before.isBefore(floor)) {
                messages.add(message(item, before, own != null));
            }
        }
        messages.sort(ORDER);
        Instant newest = messages.isEmpty() ? floor : messages.get(messages.size() - 1).createdAt();
        return new MessageBatch(messages, answeredAt == null ? newest : answeredAt);
    }

    private static boolean hasId(Item<AcquireMessage> item) {
        String id = id(item);
        boolean hasId = id != null && !id.isBlank();
        if (!hasId) {
            UnreadableItems.withoutId("message", item.problem());
        }
        return hasId;
    }

    /** Id of a message, as {@link AcquireMessage#messageId()}; null when it has none. */
    static String id(Item<AcquireMessage> item) {
        if (item.isReadable()) {
            return item.value().messageId();
        }
        String id = item.raw().path("caseMessageId").asText("");
        return id.isBlank() ? item.raw().path("id").asText(null) : id;
    }

    private static BigInteger number(String id) {
        return id.matches("\\d{1,100}") ? new BigInteger(id) : BigInteger.ZERO;
    }

    private SourceMessage message(Item<AcquireMessage> item, Instant createdAt, boolean isDated) {
        String problem = !item.isReadable() ? item.problem() : isDated ? null : "dateCreated is missing or no date";
        return problem == null ? readable(item.value(), createdAt) : unreadable(id(item), item, createdAt, problem);
    }

    private SourceMessage readable(AcquireMessage message, Instant createdAt) {
        MessageKind kind = MessageKind.of(message);
        AuthorType type = kind.author() == AuthorType.AGENT && people.isBot(message) ? AuthorType.BOT : kind.author();
        people.learn(message.sender());
        Map<String, Object> headers = headers(message.messageId());
        put(headers, AcquireConstants.CASE_ID, message.caseId());
        put(headers, AcquireConstants.TYPE, message.type());
        put(headers, AcquireConstants.CHANNEL, kind.channel());
        headers.put(AcquireConstants.AUTHOR, people.author(message, type));
        String contactId = message.contactId() == null ? people.contactOf(threadId) : message.contactId();
        if (contactId != null) {
            AcquireContact contact = people.contact(contactId);
            headers.put(AcquireConstants.CONTACT_ID, contactId);
            headers.put(AcquireConstants.CONTACT, contact);
        }
        return new SourceMessage(message.messageId(), createdAt, type, kind.isPrivate(), message, headers, null,
                version(message));
    }

    /** What was said only: whether a change of {@code seen} moves dateUpdated is not documented. */
    private static String version(AcquireMessage message) {
        return MessageVersion.of(MailSubject.of(message), MessageText.of(message), message.htmlBody(),
                message.attachments().stream().map(AcquireAttachment::id).toList());
    }

    private SourceMessage unreadable(String id, Item<AcquireMessage> item, Instant createdAt, String problem) {
        JsonNode raw = item.isReadable() ? HelpdeskJson.mapper().valueToTree(item.value()) : item.raw();
        MessageKind kind = MessageKind.of(raw);
        return new SourceMessage(id, createdAt, kind.author(), kind.isPrivate(), raw, headers(id), problem, null);
    }

    private Map<String, Object> headers(String id) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(AcquireConstants.THREAD_ID, threadId);
        headers.put(AcquireConstants.MESSAGE_ID, id);
        return headers;
    }

    private static void put(Map<String, Object> headers, String name, Object value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
