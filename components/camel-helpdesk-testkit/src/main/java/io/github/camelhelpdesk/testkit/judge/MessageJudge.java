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

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * Decides from the histories of two simulators alone whether a bridge carried every message once, in order, to the right place,
 * and whether its copies followed edits and deletions. {@link #between} judges one direction, {@link #both} a two-way bridge.
 * <p>
 * An original is what the test wrote at the source; a copy is what came in through the API at the target. They are paired by
 * text only: the same, or with something around it; the longest original wins. So a test writes texts that differ from each
 * other,
 * edited ones included. A text that arrives in several messages, in order and with at most {@value Parts#PREFIX} characters
 * in front of each, is one copy.
 * <p>
 * Of a message that was edited, the newest text has to arrive: as the copy itself, in its place, or in a later message. Older
 * texts may be missing, and none comes twice or after a newer one. Of a message that was deleted, the copies have to be
 * deleted, or a notice has to follow in their conversation; one that was deleted before it crossed need not cross. A copy that
 * a
 * person deleted is not lost; where the bridge goes both ways, its original has to be deleted or a notice has to stand there.
 */
public final class MessageJudge {

    private final History source;
    private final History target;
    private Rules rules = Rules.standard();

    private MessageJudge(History source, History target) {
        this.source = source;
        this.target = target;
    }

    public static MessageJudge between(History source, History target) {
        return new MessageJudge(source, target);
    }

    /** Judges both directions of a bridge, and whether they agree. */
    public static TwoWayJudge both(History one, History other) {
        return new TwoWayJudge(one, other);
    }

    /**
     * Which originals have to cross; by default public texts of customers and agents. What else crosses is not held against the
     * bridge, unless it is private.
     */
    public MessageJudge expecting(Predicate<HistoryEntry> originals) {
        rules = rules.expecting(originals);
        return this;
    }

    /** Private notes at the target count where they carry an edit or a deletion; by default only public messages do. */
    public MessageJudge acceptingNotes() {
        rules = rules.acceptingNotes();
        return this;
    }

    /**
     * How to tell the notice of a deletion among the messages that repeat nothing; by default one that contains
     * {@code was deleted}.
     */
    public MessageJudge noticeOf(Predicate<HistoryEntry> deletion) {
        rules = rules.noticeOf(deletion);
        return this;
    }

    /** Takes off what the bridge adds to each part of a split text, such as {@code (2/3)} at its end. */
    public MessageJudge undecorating(UnaryOperator<String> parts) {
        rules = rules.undecorating(parts);
        return this;
    }

    /** Judges what has happened so far. */
    public Verdict verdict() {
        Direction direction = new Direction(new Side(source), new Side(target), rules);
        return direction.alone();
    }
}
