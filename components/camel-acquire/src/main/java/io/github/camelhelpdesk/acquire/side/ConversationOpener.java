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
package io.github.camelhelpdesk.acquire.side;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Ids;
import io.github.camelhelpdesk.acquire.client.ThreadCases;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.NotFoundYetException;

/**
 * Finds or opens the conversation that stands for one of another side: a case whose title holds the key, by which it is found
 * again whatever happened in between. Title is a column that cases can be listed by (page "Case list"); nothing else of a case
 * can be chosen freely and searched for.
 */
public final class ConversationOpener {

    /** A chat: what is written there goes neither to a mailbox nor to a phone. */
    private static final String CHANNEL = "chat";

    private final AcquireClient client;
    private final AcquireConfiguration configuration;
    private final ContactFinder contacts;

    /**
     * @param client the client
     * @param configuration how lists are read, and where keys are kept
     * @param contacts finds the customer
     */
    public ConversationOpener(AcquireClient client, AcquireConfiguration configuration, ContactFinder contacts) {
        this.client = client;
        this.configuration = configuration;
        this.contacts = contacts;
    }

    /**
     * Finds or opens it.
     *
     * @return the id of the thread
     * @throws NotFoundYetException when an earlier creation may still land
     */
    public String open(ConversationRequest request) {
        Instant begin = Instant.now();
        String title = new KeyTitle(configuration.getCaseTitle()).of(request.key());
        Optional<AcquireCase> existing = ThreadCases.titled(client, configuration, title).stream()
                .min(Comparator.comparingLong(each -> Ids.order(each.thread())));
        if (existing.isPresent()) {
            return existing.get().thread();
        }
        if (request.inDoubt() && request.notFoundFrom() != null && begin.isBefore(request.notFoundFrom())) {
            throw new NotFoundYetException("No case has the title " + title + ", but an earlier creation may still land",
                    request.notFoundFrom());
        }
        String contactId = contacts.find(request.contactKey(), request.contact());
        return client.cases().create(contactId, Map.of("title", title, "channel", CHANNEL)).thread();
    }
}
