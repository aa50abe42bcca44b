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
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.MessageListing;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.acquire.client.ThreadEntries;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/**
 * All messages of a case: by their own list, which is not documented any more, else by the list of cases with the relation
 * {@code messages} (page "Case list"). Where neither has them, nothing is read: what has only the last message would miss
 * others
 * without anybody knowing.
 */
final class CaseMessages {

    private final Supplier<AcquireClient> client;
    private final AcquireConfiguration configuration;

    CaseMessages(Supplier<AcquireClient> client, AcquireConfiguration configuration) {
        this.client = client;
        this.configuration = configuration;
    }

    /** Those of a case of which a list gave only the last one. */
    ThreadMessages.Found complete(String threadId, ThreadEntries.Incomplete incomplete) {
        if (configuration.getMessageSource() == MessageListing.thread || incomplete.caseId() == null) {
            throw incomplete(threadId, incomplete.caseId(), "only the last one came, and no other list may be asked for");
        }
        return read(threadId, incomplete.caseId(), incomplete.last() != null);
    }

    /**
     * Reads a case. A list without any may not have understood what it was asked for: the next one is asked, too.
     *
     * @param hasMessages whether it is known to have any, so that no list without them is believed
     * @throws HelpdeskException when not all of them can be had, which concerns the account
     */
    ThreadMessages.Found read(String threadId, String caseId, boolean hasMessages) {
        List<String> problems = new ArrayList<>();
        ThreadMessages.Found none = null;
        for (Function<String, ThreadMessages.Found> list : lists()) {
            try {
                ThreadMessages.Found found = list.apply(caseId);
                if (!found.messages().isEmpty()) {
                    return found;
                }
                none = none == null ? found : none;
                problems.add("a list came without them");
            } catch (HelpdeskException e) {
                if (e.outcome() != Outcome.REFUSED || e.statusCode() == 401) {
                    throw e;
                }
                problems.add(e.getMessage());
            }
        }
        if (none != null && !hasMessages) {
            return none;
        }
        throw incomplete(threadId, caseId, String.join("; ", problems));
    }

    private List<Function<String, ThreadMessages.Found>> lists() {
        return configuration.getMessageSource() == MessageListing.caseMessage ? List.of(this::listed)
                : List.of(this::listed, this::related);
    }

    private static HelpdeskException incomplete(String threadId, String caseId, String problem) {
        return new IncompleteThreadException("Not all messages of case " + caseId + " of thread " + threadId + " can be read ("
                + problem
                + "). Reading goes on when they can, so that none is missed: set the option messageSource to auto, and see that the"
                + " API key may read cases and their messages");
    }

    private ThreadMessages.Found listed(String caseId) {
        Pages<JsonNode> pages = new Pages<>("The list of messages of case " + caseId, configuration,
                node -> node.path("id").asText(null), page -> client.get().messages().listOfCase(caseId, page));
        List<Item<AcquireMessage>> messages = new ArrayList<>();
        Instant readAt = null;
        for (HttpAnswer<Envelope<JsonNode>> page = pages.next(); page != null; page = pages.next()) {
            readAt = readAt == null ? page.date() : readAt;
            page.body().items().stream().map(item -> item.isReadable() ? item.value() : item.raw())
                    .filter(message -> isOf(caseId, message)).forEach(message -> messages.add(ThreadEntries.message(message)));
        }
        return new ThreadMessages.Found(messages, readAt);
    }

    /** The filter is not documented any more: a server that does not know it must not bring in another's words. */
    private static boolean isOf(String caseId, JsonNode message) {
        String own = message.path("caseId").asText("");
        return !own.matches("\\d+") || own.equals(caseId);
    }

    private ThreadMessages.Found related(String caseId) {
        HttpAnswer<Envelope<JsonNode>> answer = client.get().cases().withMessages(caseId);
        ThreadEntries entries = new ThreadEntries(answer.body().items().stream()
                .filter(item -> item.isReadable() && caseId.equals(item.value().path("id").asText())).toList());
        if (entries.cases().isEmpty() || !entries.incomplete().isEmpty()) {
            throw new HelpdeskException("GET /crm/objects/case was answered without the messages of case " + caseId,
                    Outcome.REFUSED, 0, null, false, null);
        }
        return new ThreadMessages.Found(entries.messages(), answer.date());
    }
}
