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

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * What a test told the judge.
 *
 * @param expected originals that have to cross
 * @param notice messages that tell of a deletion
 * @param notes whether private notes count for edits and deletions
 * @param undecorated takes off what a bridge adds to a part of a text
 */
record Rules(Predicate<HistoryEntry> expected, Predicate<HistoryEntry> notice, boolean notes,
        UnaryOperator<String> undecorated) {

    static Rules standard() {
        return new Rules(Rules::isPublicSpeech, entry -> entry.text().contains("was deleted"), false, UnaryOperator.identity());
    }

    Rules expecting(Predicate<HistoryEntry> originals) {
        return new Rules(originals, notice, notes, undecorated);
    }

    Rules noticeOf(Predicate<HistoryEntry> deletion) {
        return new Rules(expected, deletion, notes, undecorated);
    }

    Rules acceptingNotes() {
        return new Rules(expected, notice, true, undecorated);
    }

    Rules undecorating(UnaryOperator<String> parts) {
        return new Rules(expected, notice, notes, parts);
    }

    /** Whether this message may carry an edit or a deletion. */
    boolean mayCarry(HistoryEntry entry) {
        return notes || !entry.isPrivate();
    }

    private static boolean isPublicSpeech(HistoryEntry entry) {
        return !entry.isPrivate() && (entry.author() == Author.CUSTOMER || entry.author() == Author.AGENT);
    }
}
