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
package io.github.camelhelpdesk.signalzen.consumer;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.conversation.SnapshotList;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.Part;
import io.github.camelhelpdesk.signalzen.client.Walk;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/**
 * All users, part by part. They are listed twice: one that moved to a part of the list which had been read is found by the
 * second time.
 */
final class UserParts implements SnapshotList {

    private static final int ROUNDS = 2;

    private final Supplier<OffsetList<SignalzenUser>> lists;
    private final UserSnapshots snapshots;
    private final Set<String> given = new HashSet<>();
    private Walk<SignalzenUser> walk;
    private int rounds;

    UserParts(Supplier<OffsetList<SignalzenUser>> lists, UserSnapshots snapshots) {
        this.lists = lists;
        this.snapshots = snapshots;
    }

    @Override
    public List<ConversationSnapshot> next() {
        if (walk == null && rounds == ROUNDS) {
            return null;
        }
        walk = walk == null ? lists.get().up(0) : walk;
        Part<SignalzenUser> part = walk.next();
        if (part == null) {
            walk = null;
            rounds++;
            return List.of();
        }
        return part.items().stream().map(item -> snapshots.of(item, part.date())).filter(Objects::nonNull)
                .filter(snapshot -> given.add(snapshot.id())).toList();
    }
}
