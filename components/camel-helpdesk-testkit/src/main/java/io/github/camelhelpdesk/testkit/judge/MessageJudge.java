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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Kind;
import io.github.camelhelpdesk.testkit.HistoryEntry.Origin;

/**
 * Decides from the histories of two simulators alone whether a bridge carried every message once, in order, to the right place.
 * For a two-way bridge, judge each direction.
 * <p>
 * An original is what the test wrote at the source; a copy is what came in through the API at the target. They are paired by
 * text
 * only (see {@link TextMatcher}), so a test writes texts that differ from each other.
 */
public final class MessageJudge {

    private final History source;
    private final History target;
    private Predicate<HistoryEntry> expected = MessageJudge::isPublicSpeech;

    private MessageJudge(History source, History target) {
        this.source = source;
        this.target = target;
    }

    public static MessageJudge between(History source, History target) {
        return new MessageJudge(source, target);
    }

    /**
     * Which originals have to cross; by default public texts of customers and agents. What else crosses is not held against the
     * bridge, unless it is private.
     */
    public MessageJudge expecting(Predicate<HistoryEntry> originals) {
        expected = originals;
        return this;
    }

    /** Judges what has happened so far. */
    public Verdict verdict() {
        List<HistoryEntry> originals = written(source, Origin.TEST);
        TextMatcher matcher = new TextMatcher(originals, entry -> entry.isPrivate() || expected.test(entry));
        List<Copy> copies = new ArrayList<>();
        List<HistoryEntry> strangers = new ArrayList<>();
        for (HistoryEntry entry : written(target, Origin.API)) {
            matcher.originalOf(entry).ifPresentOrElse(original -> copies.add(new Copy(original, entry)),
                    () -> strangers.add(entry));
        }
        List<HistoryEntry> echoes = written(source, Origin.API).stream()
                .filter(entry -> matcher.originalOf(entry).isPresent()).toList();
        return Verdict.of(originals.stream().filter(expected).toList(), copies, strangers, echoes);
    }

    private static List<HistoryEntry> written(History history, Origin origin) {
        return history.entries().stream().filter(entry -> entry.kind() == Kind.WRITTEN && entry.origin() == origin)
                .filter(entry -> entry.text() != null && !entry.text().isBlank()).toList();
    }

    private static boolean isPublicSpeech(HistoryEntry entry) {
        return !entry.isPrivate() && (entry.author() == Author.CUSTOMER || entry.author() == Author.AGENT);
    }
}
