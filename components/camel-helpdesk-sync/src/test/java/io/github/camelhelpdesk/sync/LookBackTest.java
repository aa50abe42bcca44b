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
package io.github.camelhelpdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

/** How far back the look-up of a message reads that is taken up again long after it was sent. */
class LookBackTest {

    private static final String GO_ON = "&onFinalFailure=goOn";

    @TempDir
    Path directory;
    private final FakeDesk beta = new FakeDesk("b");

    private Path ledger() {
        return directory.resolve("ledger.db");
    }

    @Test
    @DisplayName("O2: a replayed message is looked for from the copy that was last when it was first handed out")
    void o2ReplayedMessageIsLookedForFromWhereItWasFirstSent() throws Exception {
        List<FakeDesk.Call> calls = replayed("2");
        assertThat(calls.get(1).inDoubt()).isTrue();
        assertThat(calls.get(1).afterId()).isEqualTo(calls.get(0).afterId()).isNotNull();
        assertThat(beta.texts()).containsExactly("1", "2", "3", "4");
    }

    @Test
    @DisplayName("O2: the first message of a conversation is looked for in all of it")
    void o2ReplayedFirstMessageIsLookedForInTheWholeConversation() throws Exception {
        List<FakeDesk.Call> calls = replayed("1");
        assertThat(calls.get(1).inDoubt()).isTrue();
        assertThat(calls).extracting(FakeDesk.Call::afterId).containsOnlyNulls();
        assertThat(beta.texts()).containsExactly("1", "2", "3", "4");
    }

    @Test
    @DisplayName("O2: of what was handed out before look-back was kept, the whole conversation is read")
    void o2RowOfBeforeIsLookedForInTheWholeConversation() throws Exception {
        List<FakeDesk.Call> calls = replayed("2", "after_id = NULL,");
        assertThat(calls.get(0).afterId()).isNotNull();
        assertThat(calls.get(1).afterId()).isNull();
        assertThat(beta.texts()).containsExactly("1", "2", "3", "4");
    }

    private List<FakeDesk.Call> replayed(String id) throws Exception {
        return replayed(id, "");
    }

    /** Sends four messages, one of which is parked in doubt although it arrived, and takes that one up again. */
    private List<FakeDesk.Call> replayed(String id, String change) throws Exception {
        beta.afterSend = call -> {
            if (call.text().equals(id)) {
                throw new CannotTellException("the answer got lost");
            }
        };
        try (Bridge bridge = Bridge.running(ledger(), new FakeDesk("a"), beta, GO_ON)) {
            bridge.write("c1", "1", "2", "3", "4");
            bridge.awaitDelivered(3);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE message SET " + change + " state = 'pending', not_found_from = 1 WHERE state = 'parked'");
            statement.execute("UPDATE direction SET parked = 0");
        }
        try (Bridge bridge = Bridge.running(ledger(), new FakeDesk("a"), beta, GO_ON)) {
            bridge.awaitDelivered(4);
            return beta.callsFor(id);
        }
    }
}
