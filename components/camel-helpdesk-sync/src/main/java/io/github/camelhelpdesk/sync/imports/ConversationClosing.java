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
package io.github.camelhelpdesk.sync.imports;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.apache.camel.support.LRUCacheFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.status.OwnClosing;

/**
 * Closes the conversations into which an import has written, once each; again when something was written into one since. What
 * was closed is noted behind it: after a crash one is closed twice at most, which is harmless.
 */
final class ConversationClosing {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationClosing.class);
    private static final String WRITTEN = "SELECT target_conversation, count(*) FROM message WHERE direction_id ="
            + " (SELECT id FROM direction WHERE link = ? AND source = ? AND target = ?) AND id > ? AND state = 'confirmed'"
            + " AND kind <> 'status' AND target_conversation IS NOT NULL GROUP BY target_conversation ORDER BY max(id)";
    private static final int REMEMBERED = 10_000;
    private static final String CLOSED = "SELECT key, value FROM cursor WHERE key >= ? AND key < ?";

    private final ImportNotes notes;
    private final Side target;
    /** Of the last ones: another is asked for once more. */
    private final Map<String, Long> refused = LRUCacheFactory.newLRUCache(REMEMBERED);

    ConversationClosing(ImportNotes notes, Side target) {
        this.notes = notes;
        this.target = target;
    }

    /** Made when it is needed: the account of a target may be known only when it answers. */
    private OwnClosing own() {
        return new OwnClosing(notes.direction().link(), target.identity());
    }

    /** Conversations that are not closed, with how many rows were written into each: the last one need not be the newest. */
    static Map<String, Long> due(ImportNotes notes, long lastRowBefore) {
        var direction = notes.direction();
        String prefix = notes.keys().closedPrefix();
        return notes.ledger().read(statements -> {
            Map<String, Long> written = new LinkedHashMap<>();
            statements.all(WRITTEN, result -> written.put(result.getString(1), result.getLong(2)), direction.link(),
                    direction.source(), direction.target(), lastRowBefore);
            statements.all(CLOSED, result -> written.remove(result.getString(1).substring(prefix.length()),
                    result.getLong(2)), prefix, ImportKeys.behind(prefix));
            return written;
        });
    }

    /**
     * Closes all that are due.
     *
     * @throws HelpdeskException when the account or host is in trouble: to be called again later
     */
    void closeAll(long lastRowBefore, BooleanSupplier stopping) {
        if (!target.capabilities().contains(SideCapability.STATUS)) {
            return;
        }
        for (Map.Entry<String, Long> conversation : due(notes, lastRowBefore).entrySet()) {
            if (stopping.getAsBoolean()) {
                return;
            }
            // Until something new is written into it, or a restart.
            if (!conversation.getValue().equals(refused.get(conversation.getKey()))) {
                close(conversation.getKey(), conversation.getValue());
            }
        }
    }

    private void close(String conversation, long written) {
        OwnClosing own = own();
        write(statements -> own.begin(statements, conversation));
        try {
            target.setStatus(conversation, ConversationStatus.CLOSED);
        } catch (HelpdeskException e) {
            if (!e.isGone()) {
                if (e.concernsAccount() || e.outcome() != Outcome.REFUSED) {
                    throw e;
                }
                LOG.warn("Conversation {} of {} stays open after its import: {}", conversation, target, e.getMessage());
                write(statements -> own.refused(statements, conversation));
                refused.put(conversation, written);
                return;
            }
        }
        write(statements -> {
            own.end(statements, conversation);
            statements.change(ImportNotes.PUT, notes.keys().closed(conversation), Long.toString(written));
        });
    }

    private void write(Change change) {
        notes.ledger().writeNow(statements -> {
            change.make(statements);
            return null;
        });
    }

    private interface Change {
        void make(Statements statements) throws SQLException;
    }
}
