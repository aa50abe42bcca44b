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
package io.github.camelhelpdesk.application;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.github.camelhelpdesk.sync.view.FlowStatus;
import io.github.camelhelpdesk.sync.view.LedgerView;
import io.github.camelhelpdesk.sync.view.LinkStatus;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/** A ledger whose one link "support" has known counts and messages. */
@Alternative
@ApplicationScoped
class KnownLedger implements LedgerView {

    static final Instant WRITTEN = Instant.parse("2026-03-01T09:59:58.123Z");
    private static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-03-01T10:00:01Z");

    private volatile long delivered;

    void deliver(long messages) {
        delivered = messages;
    }

    @Override
    public List<LinkStatus> links() {
        return List.of(new LinkStatus("support", List.of(
                new FlowStatus("channelio", "chatwoot", delivered + 3, delivered, 2, 1, 4200),
                new FlowStatus("chatwoot", "channelio", 1204, 1204, 0, 0, 0))));
    }

    @Override
    public List<MessageTrace> messages(String link, int limit) {
        if (!link.equals("support")) {
            return List.of();
        }
        return List.of(
                new MessageTrace("channelio", "chatwoot", "5f1b", "63f0a1", "17", List.of(), "pending", 2,
                        "Chatwoot answered 500 on conversation 17", WRITTEN, RECEIVED, null, "message", 0),
                new MessageTrace("channelio", "chatwoot", "5f1b", "63f09c", "17", List.of("4711", "4712"), "confirmed", 1,
                        null, WRITTEN, RECEIVED, ENDED, "edit", 1),
                new MessageTrace("channelio", "chatwoot", "5f2c", "63f09a", null, List.of(), "parked", 1,
                        "Chatwoot answered 422 on conversation 18", WRITTEN, RECEIVED, ENDED, "message", 0))
                .stream().limit(limit).toList();
    }
}
