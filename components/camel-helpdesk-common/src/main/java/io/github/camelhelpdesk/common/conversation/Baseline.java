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

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.consumer.Beginning;
import io.github.camelhelpdesk.common.consumer.Position;
import io.github.camelhelpdesk.common.consumer.StartFrom;

/** What the conversations of an account are when it is read for the first time. It goes on after a failure. */
final class Baseline {

    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private final Instant from;
    private final boolean isNow;
    private final SnapshotList list;
    private final Map<String, Position> known = new HashMap<>();

    /**
     * @param from where reading begins
     * @param isNow whether that is now
     * @param list what there is
     */
    private Baseline(Instant from, boolean isNow, SnapshotList list) {
        this.from = from;
        this.isNow = isNow;
        this.list = list;
    }

    /** Of an account. */
    static Baseline of(ConversationSource source, StartFrom startFrom) {
        Instant from = from(source, startFrom);
        Duration back = Duration.between(Instant.EPOCH, from).compareTo(StatePosition.CLOSED) < 0 ? Duration.ZERO
                : StatePosition.CLOSED;
        return new Baseline(from, startFrom.isNow(), source.everything(from.minus(back)));
    }

    /** Of one conversation. */
    static Baseline of(ConversationSource source, StartFrom startFrom, String conversationId) {
        return new Baseline(from(source, startFrom), startFrom.isNow(), once(() -> source.conversation(conversationId)));
    }

    /** What is opened right after the start may bear the second in which that was. */
    private static Instant from(ConversationSource source, StartFrom startFrom) {
        return startFrom.isNow() ? source.now().truncatedTo(ChronoUnit.SECONDS) : startFrom.instant();
    }

    private static SnapshotList once(Supplier<ConversationSnapshot> snapshot) {
        return new SnapshotList() {
            private boolean given;

            @Override
            public List<ConversationSnapshot> next() {
                List<ConversationSnapshot> part = given ? null : Stream.ofNullable(snapshot.get()).toList();
                given = true;
                return part;
            }
        };
    }

    Beginning take() {
        for (List<ConversationSnapshot> part = list.next(); part != null; part = list.next()) {
            part.stream().filter(this::isOld).forEach(snapshot -> known.put(snapshot.id(), StatePosition.of(state(snapshot))));
        }
        return new Beginning(StatePosition.unknown(from), from, known);
    }

    /** Now is known in whole seconds: what is there already, and was begun in that second, was there before. */
    private boolean isOld(ConversationSnapshot snapshot) {
        Instant createdAt = snapshot.createdAt();
        return createdAt == null || createdAt.isBefore(isNow ? from.plus(CLOCK_STEP) : from);
    }

    /** As it was when reading begins, as far as that can be told. */
    private ConversationState state(ConversationSnapshot snapshot) {
        ConversationState state = ConversationState.of(snapshot, ConversationStatus.OPEN);
        boolean isClosedSince = snapshot.status() == ConversationStatus.CLOSED && snapshot.closedAt() != null
                && !snapshot.closedAt().isBefore(from);
        return isClosedSince ? state.with(ConversationStatus.OPEN).changedAt(from.toEpochMilli()) : state;
    }
}
