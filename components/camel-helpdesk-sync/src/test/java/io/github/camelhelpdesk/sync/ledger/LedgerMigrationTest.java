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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

/** A ledger that the first version has written, and a bridge that goes on with it. */
class LedgerMigrationTest {

    private static final String CREATING_KEY = "hd-link-" + Marker.hash(16, "fake", "a", "c2");

    @TempDir
    Path directory;
    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");
    private Path ledger;
    private FakeDesk.Stored copy;

    /** In c1: 1 is confirmed, 2 is stored on beta and not confirmed, 3 waits. c2 is being created, which beta has done. */
    @BeforeEach
    void firstVersion() throws Exception {
        ledger = directory.resolve("ledger.db");
        String url = "jdbc:sqlite:" + ledger;
        Flyway.configure().dataSource(url, null, null).table("ledger_version").resourceProvider(new LedgerMigration())
                .javaMigrationClassProvider(List::of).target("1").load().migrate();
        String opened = beta.open(new ConversationRequest("of c1", "contact", null, false, null)).id();
        copy = stored(opened, "1");
        stored(opened, "2");
        beta.open(new ConversationRequest(CREATING_KEY, "contact", null, false, null));
        try (Connection connection = DriverManager.getConnection(url)) {
            change(connection, "INSERT INTO direction VALUES (1, 'link', 'alpha', 'beta', 4, 1, 0, 0, 0)");
            change(connection, "INSERT INTO lane VALUES (1, 1, 'fake', 'a', 'c1', ?), (2, 1, 'fake', 'a', 'c2', NULL)",
                    copy.id());
            message(connection, 1, "c1", "1", "confirmed", 1L);
            message(connection, 1, "c1", "2", "pending", 1L);
            message(connection, 1, "c1", "3", "pending", null);
            message(connection, 2, "c2", "4", "pending", null);
            change(connection, "UPDATE message SET target_conversation = ?, target_ids = ? WHERE message_id = '1'", opened,
                    TargetIds.write(List.of(copy.id())));
            change(connection, "INSERT INTO copy VALUES ('link', 'fake/b', ?, ?, 1)", opened, copy.id());
            change(connection,
                    "INSERT INTO conversation VALUES (1, 'link', 'open', 1, NULL, 1), (2, 'link', 'creating', 1, NULL, 2)");
            change(connection, "INSERT INTO conversation_end VALUES ('link', 'fake/a', 'c1', 1), ('link', 'fake/b', ?, 1),"
                    + " ('link', 'fake/a', 'c2', 2)", opened);
            change(connection, "INSERT INTO cursor VALUES ('k', 'v')");
        }
    }

    private FakeDesk.Stored stored(String conversation, String id) {
        beta.store(new FakeDesk.Call(conversation, id, marker("c1", id), false, null, null, null, null, null, null, List.of(),
                false, 0),
                false);
        List<FakeDesk.Stored> messages = beta.messages(conversation);
        return messages.get(messages.size() - 1);
    }

    private static String marker(String conversation, String id) {
        return Marker.of("link", new MessageKey("fake", "a", conversation, id), 0).toString();
    }

    private static void message(Connection connection, long lane, String conversation, String id, String state, Long handedOut)
            throws Exception {
        HelpdeskMessage message = Bridge.message(conversation, id).build();
        change(connection, "INSERT INTO message (direction_id, lane_id, message_id, marker, content, state, received_at,"
                + " attempts, first_handed_out_at) VALUES (1, ?, ?, ?, ?, ?, 1, ?, ?)", lane, id, marker(conversation, id),
                HelpdeskJson.mapper().writeValueAsString(message), state, handedOut == null ? 0 : 1, handedOut);
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Test
    void nothingRefersToWhatIsNoLongerThere() throws Exception {
        try (Ledger migrated = Ledger.open(ledger)) {
            assertThat(migrated.<List<String>> read(statements -> statements.all("PRAGMA foreign_key_check",
                    result -> result.getString(1)))).isEmpty();
            assertThat(migrated.<List<String>> read(statements -> statements.all("SELECT value FROM cursor",
                    result -> result.getString(1)))).containsExactly("v");
            assertThat(migrated.<List<String>> read(statements -> statements.all(
                    "SELECT messages || ' ' || newest_row || ' ' || contact FROM lane ORDER BY id",
                    result -> result.getString(1)))).containsExactly("3 3 Mina", "1 4 Mina");
        }
    }

    @Test
    void bridgeGoesOnWhereTheFirstVersionStopped() throws Exception {
        try (Bridge bridge = Bridge.twoWay(ledger, alpha, beta).start()) {
            bridge.awaitDelivered(4);
            assertThat(beta.textsByConversation()).containsExactlyInAnyOrder(List.of("1", "2", "3"), List.of("4"));
            assertThat(beta.callsFor("2")).singleElement().satisfies(call -> {
                assertThat(call.inDoubt()).isTrue();
                assertThat(call.afterId()).as("nobody wrote down what was before it").isNull();
            });
            assertThat(beta.callsFor("3")).extracting(FakeDesk.Call::inDoubt).containsExactly(false);
            assertThat(beta.requests).extracting(ConversationRequest::key).endsWith(CREATING_KEY).hasSize(3);
        }
    }

    @Test
    void copiesMappingsAndContentsOfTheFirstVersionAreKnown() throws Exception {
        try (Bridge bridge = Bridge.twoWay(ledger, alpha, beta).start()) {
            bridge.awaitDelivered(4);
            bridge.write("c1", "1");
            bridge.read(Bridge.message(copy.conversation(), copy.id()).account("b").build());
            bridge.read(beta.read(beta.write(copy.conversation(), "answer")));
            bridge.update(Bridge.message("c1", "1").text("changed").build());
            bridge.awaitDelivered(5);
            bridge.awaitState("1", 1, "confirmed");
            assertThat(beta.texts()).contains("Edited: changed").hasSize(6);
            await().until(() -> bridge.flow("beta").delivered() == 1);
            assertThat(alpha.messages("c1")).extracting(FakeDesk.Stored::text).containsExactly("answer");
            assertThat(alpha.requests).isEmpty();
        }
    }
}
