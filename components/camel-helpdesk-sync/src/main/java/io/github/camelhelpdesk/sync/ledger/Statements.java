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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection with the statements that were prepared on it. Used by one thread at a time. */
public final class Statements implements AutoCloseable {

    /** Turns the current line of a result into a value. */
    public interface Line<T> {
        T read(ResultSet result) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Runs a change and returns the number of lines it touched. */
    public int change(String sql, Object... values) throws SQLException {
        return bind(sql, values).executeUpdate();
    }

    /** Inserts one line and returns its id. */
    public long insert(String sql, Object... values) throws SQLException {
        return one(sql + " RETURNING id", result -> result.getLong(1), values)
                .orElseThrow(() -> new SQLException("Nothing was inserted"));
    }

    /** The first line that a query finds. */
    public <T> Optional<T> one(String sql, Line<T> line, Object... values) throws SQLException {
        try (ResultSet result = bind(sql, values).executeQuery()) {
            return result.next() ? Optional.ofNullable(line.read(result)) : Optional.empty();
        }
    }

    /** All lines that a query finds. */
    public <T> List<T> all(String sql, Line<T> line, Object... values) throws SQLException {
        try (ResultSet result = bind(sql, values).executeQuery()) {
            List<T> lines = new ArrayList<>();
            while (result.next()) {
                lines.add(line.read(result));
            }
            return lines;
        }
    }

    private PreparedStatement bind(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
