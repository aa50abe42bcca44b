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
package io.github.camelhelpdesk.sync.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelhelpdesk.sync.view.FlowStatus;
import io.github.camelhelpdesk.sync.view.LedgerView;
import io.github.camelhelpdesk.sync.view.LinkStatus;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/** Answers people's questions from counters and indexes; never reads the whole ledger. */
final class LedgerReport implements LedgerView {

    private static final int LARGEST_LIMIT = 1000;
    private static final String FLOWS = "SELECT link, source, target, received, delivered, skipped, parked, discarded, (SELECT received_at"
            + " FROM message m WHERE m.direction_id = d.id AND m.state = 'pending' ORDER BY m.id LIMIT 1) FROM direction d"
            + " ORDER BY link, id";
    private static final String DIRECTIONS = "SELECT id FROM direction WHERE link = ?";
    private static final String MESSAGES = "SELECT d.source, d.target, l.conversation, m.message_id, m.target_conversation,"
            + " m.target_ids, m.state, m.attempts, m.reason, m.created_at, m.received_at, m.ended_at, m.id, m.kind, m.revision FROM message m"
            + " JOIN direction d ON d.id = m.direction_id JOIN lane l ON l.id = m.lane_id WHERE m.direction_id = ?"
            + " ORDER BY m.id DESC LIMIT ?";

    private final Ledger ledger;

    LedgerReport(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<LinkStatus> links() {
        Map<String, List<FlowStatus>> links = new LinkedHashMap<>();
        long now = Instant.now().toEpochMilli();
        ledger.read(statements -> statements.all(FLOWS,
                result -> links.computeIfAbsent(result.getString(1), link -> new ArrayList<>()).add(flow(result, now))));
        return links.entrySet().stream().map(link -> new LinkStatus(link.getKey(), List.copyOf(link.getValue()))).toList();
    }

    private static FlowStatus flow(ResultSet result, long now) throws SQLException {
        long received = result.getLong(4);
        long delivered = result.getLong(5);
        long parked = result.getLong(7);
        long pending = received - delivered - result.getLong(6) - parked - result.getLong(8);
        Instant oldest = Times.instant(result, 9);
        long lag = oldest == null ? 0 : Math.max(0, now - oldest.toEpochMilli());
        return new FlowStatus(result.getString(2), result.getString(3), received, delivered, pending, parked, lag);
    }

    @Override
    public List<MessageTrace> messages(String link, int limit) {
        int lines = Math.max(1, Math.min(limit, LARGEST_LIMIT));
        return ledger.read(statements -> {
            // Direction by direction: each is one short walk along its index, however large the ledger is.
            Map<Long, MessageTrace> newest = new TreeMap<>(Comparator.reverseOrder());
            for (Long direction : statements.all(DIRECTIONS, result -> result.getLong(1), link)) {
                statements.all(MESSAGES, result -> newest.put(result.getLong(13), trace(result)), direction, lines);
            }
            return newest.values().stream().limit(lines).toList();
        });
    }

    private static MessageTrace trace(ResultSet result) throws SQLException {
        return new MessageTrace(result.getString(1), result.getString(2), result.getString(3), result.getString(4),
                result.getString(5), TargetIds.read(result.getString(6)), result.getString(7), result.getInt(8),
                result.getString(9), Times.instant(result, 10), Times.instant(result, 11), Times.instant(result, 12),
                result.getString(14), result.getInt(15));
    }
}
