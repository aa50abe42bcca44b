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

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.MessageListing;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.acquire.client.ThreadCases;
import io.github.camelhelpdesk.acquire.client.ThreadEntries;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.http.ResponseTooLargeException;

/** Reads the messages of threads by the lists that the option {@code messageSource} allows. */
final class ThreadMessages {

    private final Supplier<AcquireClient> client;
    private final AcquireConfiguration configuration;
    private final ThreadPeople people;
    private final CaseMessages cases;
    /** Whether the list of a thread was seen to give last messages only, and another one the others. */
    private volatile boolean isByCase;

    /**
     * Messages of a thread.
     *
     * @param messages in no order; by message id
     * @param readAt the provider's clock at the first answer; null when it did not say
     */
    record Found(List<Item<AcquireMessage>> messages, Instant readAt) {
    }

    ThreadMessages(Supplier<AcquireClient> client, AcquireConfiguration configuration, ThreadPeople people) {
        this.client = client;
        this.configuration = configuration;
        this.people = people;
        this.cases = new CaseMessages(client, configuration);
    }

    /**
     * Reads a thread.
     *
     * @param contactId id of its contact, or null to ask for it
     * @param floor cases of which nothing can be owed since need not be read
     */
    Found read(String threadId, String contactId, Instant floor) {
        if (configuration.getMessageSource() == MessageListing.caseMessage) {
            return byCases(threadId, floor);
        }
        try {
            return byThread(threadId, contactId == null ? contactOf(threadId) : contactId, floor);
        } catch (HelpdeskException e) {
            // A thread that is too large, or whose contact the answers do not tell as they should; and a list that is not there
            // looks like a thread that is not: the first case tells.
            boolean isOfThread = e instanceof ResponseTooLargeException || Set.of(0, 400, 404).contains(e.statusCode());
            if (configuration.getMessageSource() == MessageListing.thread || e.concernsAccount() || !isOfThread) {
                throw e;
            }
            return byCases(threadId, floor);
        }
    }

    /**
     * Reads a thread of which a poll has shown that it changed: where the list of a thread does not have its messages anyway,
     * only the cases that changed are read.
     *
     * @param changed what the polls have shown
     */
    Found readListed(String threadId, String contactId, Instant floor, ChangedCases changed) {
        ChangedCases.Known known = isByCase || configuration.getMessageSource() == MessageListing.caseMessage
                ? changed.of(threadId, floor)
                : null;
        if (known != null) {
            try {
                return byCases(threadId, known);
            } catch (HelpdeskException e) {
                if (!isRefused(e)) {
                    throw e;
                }
                isByCase = false;
            }
        }
        return read(threadId, contactId, floor);
    }

    /** What was written after the poll may be in a case that it could not show: it is not read yet. */
    private Found byCases(String threadId, ChangedCases.Known known) {
        Messages messages = new Messages();
        Instant readAt = addCases(threadId, known.caseIds(), messages);
        return new Found(messages.list(), readAt != null && readAt.isBefore(known.polledAt()) ? readAt : known.polledAt());
    }

    private String contactOf(String threadId) {
        String contactId = people.contactOf(threadId);
        if (contactId == null) {
            throw new HelpdeskException(
                    "Acquire does not tell the contact of thread " + threadId + ", without which its messages"
                            + " cannot be listed; set messageSource=caseMessage",
                    Outcome.UNCLEAR, 0, null, false, null);
        }
        return contactId;
    }

    private Found byThread(String threadId, String contactId, Instant floor) {
        HttpAnswer<Envelope<JsonNode>> answer = client.get().messages().listOfThread(threadId, contactId);
        ThreadEntries entries = new ThreadEntries(answer.body().items());
        entries.cases().forEach(people::learn);
        Messages messages = new Messages();
        entries.messages().forEach(messages::add);
        for (ThreadEntries.Incomplete incomplete : entries.incomplete()) {
            if (isOwed(incomplete, floor)) {
                cases.complete(threadId, incomplete).messages().forEach(messages::add);
                isByCase = true;
            }
        }
        return new Found(messages.list(), answer.date());
    }

    private static boolean isOwed(ThreadEntries.Incomplete incomplete, Instant floor) {
        Instant last = incomplete.last() == null ? null : ThreadEntries.createdAt(incomplete.last());
        return last == null || !last.isBefore(floor);
    }

    private static boolean isRefused(HelpdeskException e) {
        return e.outcome() == Outcome.REFUSED && e.statusCode() != 401;
    }

    private Found byCases(String threadId, Instant floor) {
        Set<String> unread = new LinkedHashSet<>();
        for (Item<AcquireCase> item : ThreadCases.items(client.get(), configuration, threadId)) {
            if (!item.isReadable()) {
                unread.add(item.raw().path("id").asText(threadId));
            } else if (item.value().dateUpdated() == null || !item.value().dateUpdated().isBefore(floor)) {
                people.learn(item.value());
                unread.add(item.value().id());
            }
        }
        Messages messages = new Messages();
        Instant readAt = addCases(threadId, unread, messages);
        return new Found(messages.list(), readAt);
    }

    /** Reads cases; the provider's clock at the first answer. */
    private Instant addCases(String threadId, Set<String> caseIds, Messages messages) {
        Instant readAt = null;
        for (String caseId : caseIds) {
            Found found = cases.read(threadId, caseId, false);
            found.messages().forEach(messages::add);
            readAt = readAt == null ? found.readAt() : readAt;
        }
        return readAt;
    }

    /** Messages of several lists, each once. */
    private static final class Messages {

        private final Map<Object, Item<AcquireMessage>> found = new LinkedHashMap<>();

        void add(Item<AcquireMessage> item) {
            String id = SourceMessages.id(item);
            found.put(id == null ? new Object() : id, item);
        }

        List<Item<AcquireMessage>> list() {
            return new ArrayList<>(found.values());
        }
    }
}
