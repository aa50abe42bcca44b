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
package io.github.camelhelpdesk.common.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountProgressTest {

    private static final int MOST = 10_000;

    private final AccountProgress progress = new AccountProgress(
            AccountCursor.beginning(new Beginning(IdPosition.after(0), MemorySource.START)));

    @Test
    void wakesForMoreConversationsThanCanBeReadAreNotKept() {
        for (int i = 0; i < MOST; i++) {
            assertThat(progress.wake("c" + i, List.of())).isTrue();
        }
        assertThat(progress.wake("one more", List.of())).isFalse();
        assertThat(progress.wake("c7", List.of())).isTrue();
        assertThat(progress.lagging()).hasSize(MOST).doesNotContain("one more");
    }

    @Test
    void conversationsThatWaitToBeReadAgainLeaveRoomForWakes() {
        for (int i = 0; i <= MOST; i++) {
            progress.order("old" + i, new RereadOrder(1, Instant.EPOCH));
        }
        assertThat(progress.wake("c", List.of())).isTrue();
    }

    @Test
    void messagesToBeLookedAtAgainAreBoundedAndMakeRoomOnceTheyWere() {
        Set<String> many = IntStream.range(0, MOST).mapToObj(Integer::toString).collect(Collectors.toSet());
        assertThat(progress.wake("c", many)).isTrue();
        assertThat(progress.wake("d", List.of("1"))).isFalse();
        assertThat(progress.lagging()).contains("d");
        assertThat(progress.begin("d").revisits()).isEmpty();

        progress.takeDue(System.nanoTime());
        progress.done("c", progress.begin("c"));
        assertThat(progress.wake("d", List.of("1"))).isTrue();
        assertThat(progress.begin("d").revisits()).containsOnlyKeys("1");
    }

    @Test
    void oneThatIsNamedTwiceCountsOnce() {
        for (int i = 0; i <= MOST; i++) {
            assertThat(progress.wake("c", List.of("1"))).isTrue();
        }
    }

    @Test
    void conversationsThatFailedComeBehindAllOthers() {
        List.of("odd", "worse", "good").forEach(id -> progress.wake(id, List.of()));
        assertThat(progress.takeDue(System.nanoTime())).containsExactly("odd", "worse", "good");
        progress.failed("odd", System.nanoTime());
        progress.failed("worse", System.nanoTime());
        progress.interrupted("good");
        long later = System.nanoTime() + Duration.ofHours(1).toNanos();
        assertThat(progress.takeDue(later)).containsExactly("good", "odd", "worse");
        progress.failed("odd", later);
        progress.failed("worse", later);
        progress.failed("worse", later);
        progress.interrupted("good");
        progress.wake("new", List.of());
        assertThat(progress.takeDue(later + Duration.ofHours(1).toNanos())).containsExactly("good", "new", "odd", "worse");
    }

    @Test
    @DisplayName("M1: of a hundred thousand conversations that were read, those are remembered that a list shows again")
    void m1WhatTheMarkHasPassedIsForgotten() throws Exception {
        Instant now = MemorySource.START;
        for (int round = 0; round < 100; round++) {
            now = now.plusSeconds(60);
            Instant changedAt = now;
            read(IntStream.range(0, 1_000).mapToObj(i -> new ConversationChange("c" + changedAt + i, changedAt, "v")).toList(),
                    now);
        }
        assertThat(remembered()).isEqualTo(1_000);
        read(List.of(), now.plusSeconds(60));
        assertThat(remembered()).isZero();
    }

    @Test
    @DisplayName("M1: a conversation that is only looked at, whatever its list shows, is not remembered")
    void m1LooksAreNotRemembered() throws Exception {
        Instant now = MemorySource.START.plusSeconds(60);
        ConversationChange seen = new ConversationChange("c", now, "v");
        read(List.of(seen), null);
        read(List.of(new ConversationChange("c", now, "look 1", false), new ConversationChange("d", now, "look 1", false)),
                null);
        assertThat(remembered()).isEqualTo(1);
        progress.changed(new Changes(List.of(seen), null), MemorySource.START);
        assertThat(progress.lagging()).as("read before").isEmpty();
    }

    /** A poll finds changes, which are read to their end; the next one begins at the mark. */
    private void read(List<ConversationChange> changes, Instant mark) {
        progress.changed(new Changes(changes, mark), progress.mark());
        progress.takeDue(System.nanoTime());
        changes.forEach(change -> progress.done(change.conversationId(), progress.begin(change.conversationId())));
        progress.changed(new Changes(List.of(), null), progress.mark());
    }

    private int remembered() throws Exception {
        Field field = AccountProgress.class.getDeclaredField("read");
        field.setAccessible(true);
        return ((Map<?, ?>) field.get(progress)).size();
    }
}
