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

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Ids;
import io.github.camelhelpdesk.acquire.client.ThreadCases;
import io.github.camelhelpdesk.acquire.consumer.ThreadSnapshots;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.ConversationStatus;

/** What is known of a conversation beside its messages. */
public final class ConversationState {

    private final AcquireClient client;
    private final AcquireConfiguration configuration;

    /**
     * @param client the client
     * @param configuration how lists are read, and where keys are kept
     */
    public ConversationState(AcquireClient client, AcquireConfiguration configuration) {
        this.client = client;
        this.configuration = configuration;
    }

    /** The key in the title of the thread's first case; later cases may have been opened by anybody. */
    public Optional<String> key(String threadId) {
        return new KeyTitle(configuration.getCaseTitle()).key(client.cases().get(threadId).title());
    }

    /** As the consumer of conversations tells it; empty when one of the thread's cases cannot be read. */
    public Optional<ConversationStatus> status(String threadId) {
        return Optional.ofNullable(
                ThreadSnapshots.of(threadId, ThreadCases.items(client, configuration, threadId)).status());
    }

    /** Closes all open cases of a thread, or lets it go on with a new one. */
    public void set(String threadId, ConversationStatus status) {
        ThreadCases cases = ThreadCases.of(client, configuration, threadId);
        List<AcquireCase> open = cases.allOpen();
        if (status == ConversationStatus.CLOSED) {
            open.forEach(each -> client.cases().close(Map.of("caseId", Ids.number(each.id()), "askFeedback", false)));
        } else if (open.isEmpty()) {
            ThreadCases.goOn(client, cases.newest());
        }
    }
}
