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
package io.github.camelhelpdesk.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhelpdesk.benchmarks.HandWrittenClient.Message;

/**
 * What the rival remembers, as durably as the sync does: a page of messages in one transaction before any of them is sent, and
 * each copy's id in a transaction of its own before the next message of its conversation is sent.
 */
final class HandWrittenLedger implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement confirm;
    private final PreparedStatement map;

    HandWrittenLedger(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE message (conversation INTEGER, id INTEGER, content TEXT, copy TEXT,"
                    + " PRIMARY KEY (conversation, id))");
            statement.execute("CREATE TABLE conversation (id INTEGER PRIMARY KEY, copy TEXT)");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO message (conversation, id, content) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING");
        confirm = connection.prepareStatement("UPDATE message SET copy = ? WHERE conversation = ? AND id = ?");
        map = connection.prepareStatement("INSERT INTO conversation (id, copy) VALUES (?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET copy = excluded.copy");
    }

    synchronized void store(List<Message> page) {
        try {
            for (Message message : page) {
                insert.setLong(1, message.conversationId());
                insert.setLong(2, message.id());
                insert.setString(3, MAPPER.writeValueAsString(message));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized void confirm(Message message, String copy) {
        change(confirm, copy, message.conversationId(), message.id());
    }

    /** @param copy id of the conversation at the target, or null before it is created */
    synchronized void map(long conversation, String copy) {
        change(map, conversation, copy);
    }

    private void change(PreparedStatement statement, Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
