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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.MessageListing;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.acquire.client.Pages;
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

    private static final Logger LOG = LoggerFactory.getLogger(ThreadMessages.class);

    private final Supplier<AcquireClient> client;
    private final AcquireConfiguration configuration;
    private final ThreadPeople people;
    private final AtomicLong lastOnly = new AtomicLong();
    /** Whether the list of a thread was seen to give last messages only, and that of a case the others. */
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
    }

    /** How often a case came with its last message only, and its others could not be read. */
    long lastOnly() {
        return lastOnly.get();
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
            // A thread that is too large, or whose contact the answers do not tell as they should.
            boolean isOfThread = e instanceof ResponseTooLargeException || e.statusCode() == 0 || e.statusCode() == 400;
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
     * @param cases what the polls have shown
     */
    Found readListed(String threadId, String contactId, Instant floor, ChangedCases cases) {
        ChangedCases.Known known = isByCase || configuration.getMessageSource() == MessageListing.caseMessage
                ? cases.of(threadId, floor)
                : null;
        if (known != null) {
            try {
                return byCases(known);
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
    private Found byCases(ChangedCases.Known known) {
        Messages messages = new Messages();
        Instant readAt = addCases(known.caseIds(), messages);
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
        HttpAnswer<Envelope<JsonNode>> answer = client.get().threadEntries(threadId, contactId);
        ThreadEntries entries = new ThreadEntries(answer.body().items());
        entries.cases().forEach(people::learn);
        Messages messages = new Messages();
        entries.messages().forEach(messages::add);
        for (ThreadEntries.Incomplete incomplete : entries.incomplete()) {
            if (isOwed(incomplete, floor)) {
                complete(threadId, incomplete, messages);
            }
        }
        return new Found(messages.list(), answer.date());
    }

    private static boolean isOwed(ThreadEntries.Incomplete incomplete, Instant floor) {
        Instant last = incomplete.last() == null ? null : ThreadEntries.createdAt(incomplete.last());
        return last == null || !last.isBefore(floor);
    }

    private void complete(String threadId, ThreadEntries.Incomplete incomplete, Messages messages) {
        if (configuration.getMessageSource() == MessageListing.auto && incomplete.caseId() != null) {
            try {
                addCase(incomplete.caseId(), messages);
                isByCase = true;
                return;
            } catch (HelpdeskException e) {
                if (!isRefused(e)) {
                    throw e;
                }
                LOG.debug("The messages of case {} cannot be listed: {}", incomplete.caseId(), e.getMessage());
            }
        }
        if (incomplete.last() != null) {
            messages.add(incomplete.last());
        }
        warn(threadId, incomplete.caseId());
    }

    private static boolean isRefused(HelpdeskException e) {
        return e.outcome() == Outcome.REFUSED && e.statusCode() != 401;
    }

    private void warn(String threadId, String caseId) {
        long times = lastOnly.incrementAndGet();
        if (times == 1) {
            LOG.warn(
                    "Acquire gives only the last message of case {} of thread {}: earlier ones may be missed. Set messageSource"
                            + " to caseMessage or auto, and see that the key may read cases",
                    caseId, threadId);
        } else {
            LOG.debug("Acquire gives only the last message of case {} of thread {}; {} times so far", caseId, threadId, times);
        }
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
        Instant readAt = addCases(unread, messages);
        return new Found(messages.list(), readAt);
    }

    /** Reads cases; the provider's clock at the first answer. */
    private Instant addCases(Set<String> caseIds, Messages messages) {
        Instant readAt = null;
        for (String caseId : caseIds) {
            Instant answered = addCase(caseId, messages);
            readAt = readAt == null ? answered : readAt;
        }
        return readAt;
    }

    /** Reads a case; the provider's clock at the first answer. */
    private Instant addCase(String caseId, Messages messages) {
        Pages<JsonNode> pages = new Pages<>("The list of messages of case " + caseId, configuration,
                node -> node.path("id").asText(null), page -> client.get().caseMessages(caseId, page));
        Instant readAt = null;
        for (HttpAnswer<Envelope<JsonNode>> page = pages.next(); page != null; page = pages.next()) {
            readAt = readAt == null ? page.date() : readAt;
            page.body().items().stream().map(item -> item.isReadable() ? item.value() : item.raw())
                    .filter(message -> isOf(caseId, message)).forEach(message -> messages.add(ThreadEntries.message(message)));
        }
        return readAt;
    }

    /** The filter is not documented any more: a server that does not know it must not bring in another's words. */
    private static boolean isOf(String caseId, JsonNode message) {
        String own = message.path("caseId").asText("");
        return !own.matches("\\d+") || own.equals(caseId);
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
