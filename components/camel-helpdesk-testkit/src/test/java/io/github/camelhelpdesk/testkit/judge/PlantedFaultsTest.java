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
package io.github.camelhelpdesk.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * One fault of each kind in a bridge that is right otherwise: at the first, a middle and the last message, in either direction.
 */
class PlantedFaultsTest {

    private static final int MESSAGES = 60;
    private static final int CONVERSATIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    enum Fault {
        NONE,
        LOST,
        DOUBLED,
        DOUBLED_LATE,
        REORDERED,
        MISROUTED,
        LEAKED,
        STRANGE,
        ECHOED,
        EDIT,
        DELETION,
        UNASKED
    }

    record Plan(Fault fault, int position, boolean back) {
    }

    static Stream<Plan> plans() {
        return Stream.of(Fault.values()).flatMap(fault -> Stream.of(0, MESSAGES / 2, MESSAGES - 1)
                .flatMap(position -> Stream.of(new Plan(fault, position, false), new Plan(fault, position, true))));
    }

    private final Desk here = new Desk(100);
    private final Desk there = new Desk(1_000_000);

    @ParameterizedTest
    @MethodSource("plans")
    void exactlyTheFaultThatWasPlantedIsFound(Plan plan) {
        for (int i = 0; i < MESSAGES; i++) {
            step(here, there, i, "question", plan.back() ? Fault.NONE : at(plan, i));
            step(there, here, i, "answer", plan.back() ? at(plan, i) : Fault.NONE);
        }
        late(plan.back() ? there : here, plan.back() ? here : there, plan, plan.back() ? "answer" : "question");

        TwoWayVerdict both = MessageJudge.both(here.history, there.history).verdict();
        Verdict faulty = plan.back() ? both.back() : both.forth();
        Verdict right = plan.back() ? both.forth() : both.back();
        assertThat(right.isClean()).as(both.report()).isTrue();
        assertThat(kinds(faulty)).as(both.report()).containsExactlyElementsOf(expected(plan.fault()));
        Verdict alone = (plan.back() ? MessageJudge.between(there.history, here.history)
                : MessageJudge.between(here.history, there.history)).verdict();
        assertThat(kinds(alone)).isEqualTo(kinds(faulty));
    }

    private static Fault at(Plan plan, int i) {
        return plan.position() == i ? plan.fault() : Fault.NONE;
    }

    private static void step(Desk source, Desk target, int i, String word, Fault fault) {
        String from = "c" + i % CONVERSATIONS;
        String to = fault == Fault.MISROUTED ? "c" + (i + 1) % CONVERSATIONS : from;
        String text = text(word, i);
        String original = source.write(from, text);
        if (fault == Fault.REORDERED) {
            source.write(from, text + " overtaken");
            target.copy(to, "Zoe: " + text + " overtaken");
        }
        String copy = fault == Fault.LOST ? null : target.copy(to, "Zoe: " + text);
        switch (fault) {
            case DOUBLED -> target.copy(to, "Zoe: " + text);
            case LEAKED -> {
                source.history.add(HistoryEntry.Kind.WRITTEN, HistoryEntry.Origin.TEST, from, "note", Author.AGENT, true,
                        "psst " + word, Instant.EPOCH);
                target.copy(to, "psst " + word);
            }
            case STRANGE -> target.copy(to, "whatever this is");
            case ECHOED -> source.copy(from, "Zoe: " + text);
            case EDIT -> source.edit(original, "corrected " + word);
            case DELETION -> source.delete(original);
            case UNASKED -> target.deleteByBridge(copy);
            default -> {
            }
        }
    }

    private static void late(Desk source, Desk target, Plan plan, String word) {
        if (plan.fault() == Fault.DOUBLED_LATE) {
            target.copy("c" + plan.position() % CONVERSATIONS, text(word, plan.position()));
        }
    }

    private static String text(String word, int i) {
        return word + " " + i + " of conversation " + i % CONVERSATIONS;
    }

    private static List<String> expected(Fault fault) {
        return switch (fault) {
            case NONE -> List.of();
            case LOST -> List.of("lost 1");
            case DOUBLED, DOUBLED_LATE -> List.of("doubled 1");
            case REORDERED -> List.of("reordered 1");
            case MISROUTED -> List.of("misrouted 1");
            case LEAKED -> List.of("leaked 1");
            case STRANGE -> List.of("strange 1");
            case ECHOED -> List.of("echoed 1");
            case EDIT, DELETION, UNASKED -> List.of("diverged 1");
        };
    }

    private static List<String> kinds(Verdict verdict) {
        return Stream.of("lost " + verdict.lost().size(), "doubled " + verdict.doubled().size(),
                "reordered " + verdict.reordered().size(), "misrouted " + verdict.misrouted().size(),
                "leaked " + verdict.leaked().size(), "strange " + verdict.strange().size(),
                "echoed " + verdict.echoed().size(), "diverged " + verdict.diverged().size())
                .filter(kind -> !kind.endsWith(" 0")).toList();
    }

    @Test
    void tenThousandEntriesAreJudgedInMoments() {
        for (int i = 0; i < 2_500; i++) {
            step(here, there, i, "question", i % 100 == 7 ? Fault.STRANGE : Fault.NONE);
            step(there, here, i, "answer", Fault.NONE);
        }
        TwoWayVerdict verdict = inTime(() -> MessageJudge.both(here.history, there.history).verdict());
        assertThat(here.history.entries().size() + there.history.entries().size()).isGreaterThan(10_000);
        assertThat(kinds(verdict.forth())).containsExactly("strange 25");
    }

    @Test
    void tenThousandThatAllOvertookTheFirstAreJudgedInMoments() {
        Desk source = new Desk(100);
        Desk target = new Desk(1_000_000);
        int messages = 5_000;
        for (int i = 0; i < messages; i++) {
            source.write("c1", text("message", i));
        }
        for (int i = 1; i <= messages; i++) {
            target.copy("t1", "Zoe: " + text("message", i % messages));
        }
        Verdict verdict = inTime(() -> MessageJudge.between(source.history, target.history).verdict());
        assertThat(verdict.reordered()).hasSize(messages - 1);
    }

    @Test
    void tenThousandStrangersAreJudgedInMoments() {
        Desk target = new Desk(1_000_000);
        History source = here.history;
        for (int i = 0; i < 5_000; i++) {
            here.write("c1", text("message", i));
            target.copy("t1", "conversation " + i + " with a text that nobody wrote at the source");
        }
        Verdict verdict = inTime(() -> MessageJudge.between(source, target.history).verdict());
        assertThat(kinds(verdict)).containsExactly("lost 5000", "strange 5000");
    }

    /** In the processor's time, as other builds may run beside this one. */
    private static <T> T inTime(Supplier<T> judging) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        T result = judging.get();
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        assertThat(taken).isLessThan(PATIENCE);
        return result;
    }
}
