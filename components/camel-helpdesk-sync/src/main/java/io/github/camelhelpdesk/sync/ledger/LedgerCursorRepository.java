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

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.camel.support.service.ServiceSupport;

import io.github.camelhelpdesk.common.cursor.CursorRepository;

/** Keeps the consumers' cursors in the ledger, so that a message and the cursor behind it share one file and one backup. */
public final class LedgerCursorRepository extends ServiceSupport implements CursorRepository {

    private static final String PUT = "INSERT INTO cursor (key, value) VALUES (?, ?)"
            + " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    private static final String HIGHEST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final Supplier<Ledger> ledger;

    /** @param ledger asked at each call, so that the ledger is opened with the first one */
    public LedgerCursorRepository(Supplier<Ledger> ledger) {
        this.ledger = ledger;
    }

    @Override
    public void setState(String key, String value) {
        putAll(Map.of(key, value));
    }

    @Override
    public String getState(String key) {
        return ledger.get().read(statements -> statements.one("SELECT value FROM cursor WHERE key = ?",
                result -> result.getString(1), key)).orElse(null);
    }

    @Override
    public Stream<String> keys(String prefix) {
        return ledger.get().read(statements -> statements.all("SELECT key FROM cursor WHERE key >= ? AND key < ? ORDER BY key",
                result -> result.getString(1), prefix, prefix + HIGHEST_CHARACTER)).stream();
    }

    @Override
    public void remove(String key) {
        ledger.get().writeNow(statements -> statements.change("DELETE FROM cursor WHERE key = ?", key));
    }

    @Override
    public void putAll(Map<String, String> entries) {
        Map<String, String> copy = Map.copyOf(entries);
        ledger.get().writeNow(statements -> {
            for (Map.Entry<String, String> entry : copy.entrySet()) {
                statements.change(PUT, entry.getKey(), entry.getValue());
            }
            return null;
        });
    }
}
