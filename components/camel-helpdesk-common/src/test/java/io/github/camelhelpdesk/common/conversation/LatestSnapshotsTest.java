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
package io.github.camelhelpdesk.common.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.ConversationStatus;

class LatestSnapshotsTest {

    private final LatestSnapshots snapshots = new LatestSnapshots();

    @Test
    @DisplayName("M1: of a list of very many conversations 10,000 wait to be used, the others are asked for singly")
    void m1SnapshotsThatWaitAreBounded() {
        List<ConversationSnapshot> all = IntStream.range(0, 10_500).mapToObj(i -> snapshot("c" + i)).toList();
        assertThat(snapshots.listed(snapshots.begin(), all)).as("told of").hasSameSizeAs(all);
        assertThat(all.stream().map(snapshot -> snapshots.take(snapshot.id())).filter(Objects::nonNull)).hasSize(10_000);
    }

    private static ConversationSnapshot snapshot(String id) {
        return new ConversationSnapshot(id, ConversationStatus.OPEN, null, null, MemoryConversations.START,
                MemoryConversations.START, null, id, Map.of(), null);
    }
}
