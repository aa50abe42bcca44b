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
import java.time.Instant;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.Times;

/**
 * What is known of the status of one side's conversation.
 *
 * @param side the side, as provider/account
 * @param conversation its conversation
 * @param told the last that its consumer told or we have set; null when nothing was yet
 * @param setting what we are about to set, or may have set; else null
 * @param number the newest row of its lane that carries a status, 0 for none
 * @param checks how often the provider was asked in vain since we have set it
 */
record StatusEnd(String link, String side, String conversation, ConversationStatus told, ConversationStatus setting, int number,
        int checks) {

    private static final String WHERE = " WHERE link = ? AND side = ? AND conversation = ?";

    static StatusEnd of(Statements statements, String link, String side, String conversation) throws SQLException {
        return statements.one("SELECT told, setting, number, checks FROM conversation_status" + WHERE,
                result -> new StatusEnd(link, side, conversation, Words.status(result.getString(1)),
                        Words.status(result.getString(2)), result.getInt(3), result.getInt(4)),
                link, side, conversation).orElseGet(() -> new StatusEnd(link, side, conversation, null, null, 0, 0));
    }

    /** Whether it is closed, as far as its consumer has told. */
    boolean isClosed() {
        return told == ConversationStatus.CLOSED;
    }

    /** Whether what its consumer told last happened after an instant of the provider. */
    boolean hasChangedSince(Statements statements, Instant instant) throws SQLException {
        return statements.one("SELECT changed_at FROM conversation_status" + WHERE,
                result -> Times.instant(result, 1), link, side, conversation).filter(instant::isBefore).isPresent();
    }

    /** Its consumer has told something, or the provider itself has, so that it need not be asked. */
    StatusEnd tell(Statements statements, ConversationStatus status, Instant changedAt) throws SQLException {
        ensure(statements);
        statements.change(
                "UPDATE conversation_status SET told = ?, told_at = ?, changed_at = ?, check_at = NULL, checks = 0" + WHERE,
                Words.of(status), Instant.now().toEpochMilli(), Times.millis(changedAt), link, side, conversation);
        return new StatusEnd(link, side, conversation, status, setting, number, 0);
    }

    /** We have set it, whatever its consumer has told so far. */
    void know(Statements statements, ConversationStatus status) throws SQLException {
        ensure(statements);
        statements.change("UPDATE conversation_status SET told = ?, set_at = ?" + WHERE, Words.of(status),
                Instant.now().toEpochMilli(), link, side, conversation);
    }

    /** That it is open, as was told so far, is no answer to what we are about to do to the other side. */
    void setAside(Statements statements) throws SQLException {
        if (told == ConversationStatus.OPEN) {
            next(statements);
            statements.change("UPDATE conversation_status SET told = NULL" + WHERE, link, side, conversation);
        }
    }

    /** What was set aside counts again, unless something was told since. Nothing else is told at a time and unknown. */
    void takeBack(Statements statements) throws SQLException {
        statements.change("UPDATE conversation_status SET told = 'open'" + WHERE
                + " AND told IS NULL AND told_at IS NOT NULL", link, side, conversation);
    }

    /** Whether its consumer read it before we have set it. */
    boolean isSetSince(Statements statements, Instant readAt) throws SQLException {
        return readAt != null && statements.one("SELECT set_at FROM conversation_status" + WHERE,
                result -> Times.instant(result, 1), link, side, conversation).filter(at -> !at.isBefore(readAt)).isPresent();
    }

    /** Whether its consumer has told something, or we have set it, since an instant of our clock. */
    boolean hasMovedSince(Statements statements, Instant instant) throws SQLException {
        return statements.one("SELECT max(coalesce(told_at, 0), coalesce(set_at, 0)) FROM conversation_status" + WHERE,
                result -> Times.instant(result, 1), link, side, conversation).filter(at -> !at.isBefore(instant)).isPresent();
    }

    /** We are about to set it, or have done so for certain. */
    void set(Statements statements, ConversationStatus status) throws SQLException {
        ensure(statements);
        statements.change("UPDATE conversation_status SET setting = ?" + WHERE, Words.of(status), link, side, conversation);
    }

    /** The provider is to be asked later whether its consumer has missed something. */
    void check(Statements statements, Instant at, int count) throws SQLException {
        ensure(statements);
        statements.change("UPDATE conversation_status SET check_at = ?, checks = ?" + WHERE, Times.millis(at), count, link,
                side, conversation);
    }

    /** Takes the next number for a row. */
    int next(Statements statements) throws SQLException {
        ensure(statements);
        return statements.one("UPDATE conversation_status SET number = number + 1" + WHERE + " RETURNING number",
                result -> result.getInt(1), link, side, conversation).orElseThrow();
    }

    private void ensure(Statements statements) throws SQLException {
        statements.change("INSERT INTO conversation_status (link, side, conversation) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING", link, side, conversation);
    }
}
