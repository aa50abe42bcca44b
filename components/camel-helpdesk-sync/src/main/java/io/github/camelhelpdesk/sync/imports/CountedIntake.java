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
import java.util.Locale;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.ledger.KnownRevision;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;

/**
 * Takes a message in, and notes in the same transaction that it was read and what became of it then: once, however often it is
 * read.
 */
public final class CountedIntake implements LedgerWrite<StoredMessage> {

    private static final String NOTE = "INSERT INTO cursor (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING";
    private static final String IS_NOTED = "SELECT 1 FROM cursor WHERE key = ?";

    private final String key;
    private final NewMessage message;
    private final String details;
    private final LedgerWrite<StoredMessage> intake;

    /**
     * @param notes of the import
     * @param message what is taken in
     * @param content the same, or null when it could not be read
     * @param intake takes it in, or in a dry run only says what would become of it
     */
    public CountedIntake(ImportNotes notes, NewMessage message, HelpdeskMessage content, LedgerWrite<StoredMessage> intake) {
        this.key = notes.keys().read(message.key());
        this.message = message;
        this.details = content == null ? "unknown/0" : author(content) + "/" + content.attachments().size();
        this.intake = intake;
    }

    @Override
    public StoredMessage run(Statements statements) throws SQLException {
        if (statements.one(IS_NOTED, result -> true, key).isPresent()) {
            return intake.run(statements);
        }
        boolean wasKnown = !KnownRevision.of(statements, message.direction(), message.key()).isEmpty();
        return noted(statements, intake.run(statements), wasKnown);
    }

    @Override
    public StoredMessage refused(Statements statements, SQLException refusal) throws SQLException {
        return noted(statements, intake.refused(statements, refusal), false);
    }

    private StoredMessage noted(Statements statements, StoredMessage stored, boolean wasKnown) throws SQLException {
        ReadKind kind = ReadKind.of(stored.outcome(), message.isReadable(), wasKnown);
        if (kind != null) {
            statements.change(NOTE, key, kind.name() + "/" + details);
        }
        return stored;
    }

    private static String author(HelpdeskMessage content) {
        return content.author() == null || content.author().type() == null ? "unknown"
                : content.author().type().name().toLowerCase(Locale.ROOT);
    }
}
