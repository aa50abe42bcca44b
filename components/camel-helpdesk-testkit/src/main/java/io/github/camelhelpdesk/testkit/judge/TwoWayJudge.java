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
 * A {@link MessageJudge} of both directions. Beyond each of them, the two have to agree on which conversation belongs to which,
 * and
 * a copy that a person deleted has to be deleted, or told of, where its original stands.
 */
public final class TwoWayJudge {

    private final History one;
    private final History other;
    private Rules rules = Rules.standard();

    TwoWayJudge(History one, History other) {
        this.one = one;
        this.other = other;
    }

    /** See {@link MessageJudge#expecting}; for both directions. */
    public TwoWayJudge expecting(Predicate<HistoryEntry> originals) {
        rules = rules.expecting(originals);
        return this;
    }

    /** See {@link MessageJudge#acceptingNotes}. */
    public TwoWayJudge acceptingNotes() {
        rules = rules.acceptingNotes();
        return this;
    }

    /** See {@link MessageJudge#noticeOf}. */
    public TwoWayJudge noticeOf(Predicate<HistoryEntry> deletion) {
        rules = rules.noticeOf(deletion);
        return this;
    }

    /** See {@link MessageJudge#undecorating}. */
    public TwoWayJudge undecorating(UnaryOperator<String> parts) {
        rules = rules.undecorating(parts);
        return this;
    }

    /** Judges what has happened so far. */
    public TwoWayVerdict verdict() {
        Side here = new Side(one);
        Side there = new Side(other);
        return Direction.together(new Direction(here, there, rules), new Direction(there, here, rules));
    }
}
