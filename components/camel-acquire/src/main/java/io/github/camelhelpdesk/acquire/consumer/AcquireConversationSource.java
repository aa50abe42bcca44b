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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.ThreadCases;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.conversation.ChangedSnapshots;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.conversation.ConversationSource;
import io.github.camelhelpdesk.common.conversation.SnapshotList;

/**
 * Shows the conversations of an Acquire account. A conversation is a thread: a list of cases that changed shows some of its
 * cases only, so that a thread is looked at as a whole when one of them has changed in status or assignee.
 */
public final class AcquireConversationSource implements ConversationSource {

    private static final int MOST_KEPT = 10_000;

    private final Supplier<AcquireClient> client;
    private final String account;
    private final AcquireConfiguration configuration;
    private final ChangedThreads changed;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Known(String version, ConversationSnapshot snapshot) {
    }

    /**
     * @param client gives the calls once the endpoint is started
     * @param account the account's identity
     * @param configuration how it is read
     */
    public AcquireConversationSource(Supplier<AcquireClient> client, String account, AcquireConfiguration configuration) {
        this.client = client;
        this.account = account;
        this.configuration = configuration;
        this.changed = new ChangedThreads(client, configuration, new ThreadPeople(client), CaseVersion::ofStatus);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public Instant now() {
        Instant now = client.get().cases().checkAccess();
        if (now == null) {
            throw new HelpdeskException(
                    "GET /crm/objects/case was answered without a Date header, so that the provider's time is"
                            + " not known; set startFrom to an instant",
                    Outcome.UNCLEAR, 0, null, true, null);
        }
        return now;
    }

    @Override
    public SnapshotList everything(Instant closedSince) {
        return new AllThreads(client, configuration, closedSince);
    }

    @Override
    public ChangedSnapshots changes(Instant since) {
        Changes changes = changed.since(since);
        List<ConversationSnapshot> snapshots = new ArrayList<>();
        for (ConversationChange change : changes.conversations()) {
            ConversationSnapshot snapshot = snapshot(change);
            if (snapshot != null) {
                snapshots.add(ThreadSnapshots.changedAt(snapshot, change.changedAt()));
            }
        }
        return new ChangedSnapshots(snapshots, changes.mark());
    }

    /** The thread as it was last seen, unless it shows another status or assignee now; null when it is gone. */
    private ConversationSnapshot snapshot(ConversationChange change) {
        Known last = known.get(change.conversationId());
        if (last != null && last.version.equals(change.version())) {
            return last.snapshot;
        }
        try {
            ConversationSnapshot snapshot = conversation(change.conversationId());
            known.put(change.conversationId(), new Known(change.version(), snapshot));
            return snapshot;
        } catch (HelpdeskException e) {
            if (e.statusCode() == 404) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public ConversationSnapshot conversation(String conversationId) {
        return ThreadSnapshots.of(conversationId, ThreadCases.items(client.get(), configuration, conversationId));
    }

    @Override
    public boolean isId(String conversationId) {
        return conversationId.matches("[\\w-]{1,100}");
    }
}
