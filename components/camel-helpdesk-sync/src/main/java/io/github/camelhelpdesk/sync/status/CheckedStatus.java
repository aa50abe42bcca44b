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
package io.github.camelhelpdesk.sync.status;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;

/**
 * The provider was asked what the status of a conversation is, as its consumer cannot see what is changed and changed back
 * between two looks. It is asked again, ever more seldom, until the consumer tells something or that has become unlikely: what
 * the consumer remembers is only known by what it tells.
 */
record CheckedStatus(long direction, String link, String side, String conversation, ConversationStatus status,
        Instant askedAt, Duration checkAfter) implements LedgerWrite<StoredMessage> {

    private static final int MOST_CHECKS = 8;

    @Override
    public StoredMessage run(Statements statements) throws SQLException {
        StatusEnd end = StatusEnd.of(statements, link, side, conversation);
        Optional<StatusPair> pair = StatusPair.of(statements, end);
        if (status == null || pair.isEmpty() || pair.get().other() == null) {
            end.check(statements, null, 0);
            return null;
        }
        if (end.hasMovedSince(statements, askedAt)) {
            end.check(statements, Instant.now(), end.checks());
            return null;
        }
        StoredMessage news = null;
        if (status != end.told()) {
            // What we have set long ago has landed by now, or never does.
            end.set(statements, null);
            StatusEnd told = end.tell(statements, status, null);
            news = news(statements, pair.get(), told);
        }
        boolean isLast = end.checks() >= MOST_CHECKS;
        int checks = end.checks() + 1;
        end.check(statements, isLast ? null : Instant.now().plus(checkAfter.multipliedBy(1L << checks)), isLast ? 0 : checks);
        return news;
    }

    private StoredMessage news(Statements statements, StatusPair pair, StatusEnd told) throws SQLException {
        if (status == pair.agreed()) {
            return null;
        }
        if (status == pair.other().told()) {
            pair.agree(statements, status);
            return null;
        }
        return StatusRow.add(statements, direction, told);
    }
}
