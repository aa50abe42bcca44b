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

/**
 * A change of the ledger. It runs on the writer's thread inside a transaction that it may share with others, and again from
 * the start when that transaction is rolled back, so that it must have no effect outside the ledger.
 */
@FunctionalInterface
public interface LedgerWrite<T> {

    /** Makes the change. */
    T run(Statements statements) throws SQLException;

    /**
     * Called instead, after a rollback to before {@link #run}, when the database refused the change itself.
     *
     * @throws SQLException by default the refusal
     */
    default T refused(Statements statements, SQLException refusal) throws SQLException {
        throw refusal;
    }
}
