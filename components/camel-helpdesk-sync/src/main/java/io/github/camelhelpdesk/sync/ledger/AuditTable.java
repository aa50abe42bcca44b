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

import java.sql.SQLException;
import java.time.Instant;

/** What people have done, written together with what it changed. Never a message's text. */
public final class AuditTable {

    private AuditTable() {
    }

    /** @param row the row that was acted upon, or null when it was the whole link */
    public static void add(Statements statements, String link, Long row, String action, String detail) throws SQLException {
        statements.change("INSERT INTO audit (link, row_id, action, detail, at) VALUES (?, ?, ?, ?, ?)", link, row, action,
                detail, Instant.now().toEpochMilli());
    }
}
