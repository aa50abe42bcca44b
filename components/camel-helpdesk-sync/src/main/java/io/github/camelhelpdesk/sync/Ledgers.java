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
package io.github.camelhelpdesk.sync;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.conversation.ConversationReport;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.ledger.LedgerClosedException;
import io.github.camelhelpdesk.sync.view.ConversationHistory;
import io.github.camelhelpdesk.sync.view.ConversationSummary;
import io.github.camelhelpdesk.sync.view.ConversationView;
import io.github.camelhelpdesk.sync.view.LedgerView;
import io.github.camelhelpdesk.sync.view.LinkStatus;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/** The ledgers that are open, one per file or data source, and what people see of them. */
final class Ledgers implements LedgerView, ConversationView {

    private static final Logger LOG = LoggerFactory.getLogger(Ledgers.class);

    private final Map<Object, Ledger> open = new HashMap<>();
    private boolean closed;

    /** Ledgers may be opened, until {@link #close}. */
    synchronized void allow() {
        closed = false;
    }

    /**
     * The ledger of a configuration; opened with the first call.
     *
     * @throws LedgerClosedException after {@link #close}: nobody would close a ledger that a straggler opened
     */
    synchronized Ledger of(HelpdeskSyncConfiguration configuration) {
        if (closed) {
            throw new LedgerClosedException();
        }
        if (configuration.getDataSource() != null) {
            return open.computeIfAbsent(configuration.getDataSource(), any -> Ledger.open(configuration.getDataSource()));
        }
        Path file = Path.of(configuration.getLedgerFile()).toAbsolutePath().normalize();
        return open.computeIfAbsent(file, any -> {
            LOG.info("The ledger is {}", file);
            return Ledger.open(file);
        });
    }

    synchronized void close() throws Exception {
        closed = true;
        for (Ledger ledger : open.values()) {
            ledger.close();
        }
        open.clear();
    }

    synchronized List<Ledger> all() {
        return List.copyOf(open.values());
    }

    @Override
    public List<LinkStatus> links() {
        return all().stream().flatMap(ledger -> ledger.view().links().stream()).toList();
    }

    @Override
    public List<MessageTrace> messages(String link, int limit) {
        return all().stream().flatMap(ledger -> ledger.view().messages(link, limit).stream()).toList();
    }

    @Override
    public List<ConversationSummary> conversations(String link, int limit, String search) {
        return all().stream().flatMap(ledger -> new ConversationReport(ledger).conversations(link, limit, search).stream())
                .toList();
    }

    @Override
    public Optional<ConversationHistory> conversation(String link, String side, String conversationId, int limit) {
        return all().stream()
                .flatMap(ledger -> new ConversationReport(ledger).conversation(link, side, conversationId, limit).stream())
                .findFirst();
    }
}
