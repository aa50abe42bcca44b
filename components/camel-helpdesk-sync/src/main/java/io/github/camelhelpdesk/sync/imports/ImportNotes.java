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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.ledger.Statements;

/** What an import of one direction has noted in the ledger. */
public final class ImportNotes {

    static final String PUT = "INSERT INTO cursor (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    private static final String GET = "SELECT value FROM cursor WHERE key = ?";
    private static final String CLEAR = "DELETE FROM cursor WHERE key >= ? AND key < ?";

    private final Ledger ledger;
    private final DirectionKey direction;
    private final ImportKeys keys;

    public ImportNotes(Ledger ledger, DirectionKey direction) {
        this.ledger = ledger;
        this.direction = direction;
        this.keys = new ImportKeys(direction);
    }

    /** Begins an import, unless one of this kind was begun before; to be called before the first message is taken in. */
    public void begin(boolean dryRun) {
        ledger.writeNow(statements -> {
            Optional<ImportState> known = state(statements);
            if (known.isEmpty() || known.get().dryRun() != dryRun) {
                statements.change(CLEAR, keys.readPrefix(), ImportKeys.behind(keys.readPrefix()));
                long last = statements.one("SELECT max(id) FROM message", result -> result.getLong(1)).orElse(0L);
                save(statements,
                        new ImportState(dryRun, ImportPhase.reading, Instant.now().truncatedTo(ChronoUnit.MILLIS), last,
                                null, null, null));
            }
            return null;
        });
    }

    Optional<ImportState> state() {
        return ledger.read(this::state);
    }

    void save(ImportState state) {
        ledger.writeNow(statements -> {
            save(statements, state);
            return null;
        });
    }

    private Optional<ImportState> state(Statements statements) throws SQLException {
        Optional<String> json = statements.one(GET, result -> result.getString(1), keys.state());
        try {
            return json.isEmpty() ? Optional.empty()
                    : Optional.of(HelpdeskJson.mapper().readValue(json.get(), ImportState.class));
        } catch (JsonProcessingException e) {
            throw new SQLException("The ledger holds a state of an import that cannot be read", e);
        }
    }

    private void save(Statements statements, ImportState state) throws SQLException {
        try {
            statements.change(PUT, keys.state(), HelpdeskJson.mapper().writeValueAsString(state));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state of an import can be written as JSON", e);
        }
    }

    Ledger ledger() {
        return ledger;
    }

    DirectionKey direction() {
        return direction;
    }

    ImportKeys keys() {
        return keys;
    }
}
