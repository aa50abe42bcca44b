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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * What a judge found.
 *
 * @param expected how many originals had to cross
 * @param arrived how many of them did
 * @param lost originals without a copy, as they were written
 * @param doubled second and later copies of one text
 * @param reordered copies that came before the copy of an earlier original of their conversation, and texts that came after a
 *        newer one of the same message
 * @param misrouted copies outside the target conversation that belongs to their source conversation
 * @param leaked copies of private originals
 * @param strange messages at the target, written or edited through the API, that repeat nothing of the source; notices of
 *        deletions that did not happen are among them
 * @param echoed originals that came back to their own side through the API
 * @param diverged edits and deletions that did not arrive, and deletions that nobody asked for
 * @param withdrawn originals that were deleted before they crossed; nothing to complain of
 */
public record Verdict(int expected, int arrived, List<HistoryEntry> lost, List<Copy> doubled, List<Copy> reordered,
        List<Copy> misrouted, List<Copy> leaked, List<HistoryEntry> strange, List<HistoryEntry> echoed,
        List<Divergence> diverged, List<HistoryEntry> withdrawn) {

    private static final int SHOWN = 40;

    /** Nothing to complain of. */
    public boolean isClean() {
        return findings().values().stream().allMatch(Collection::isEmpty);
    }

    /** For people; ends each kind of finding after the first ten. */
    public String report() {
        String summary = arrived + " of " + expected + " messages arrived"
                + (withdrawn.isEmpty() ? "" : " (" + withdrawn.size() + " deleted before they crossed)");
        return isClean() ? summary + ", each once, in order and in its place"
                : summary + findings().entrySet().stream().filter(finding -> !finding.getValue().isEmpty())
                        .map(finding -> "\n" + finding.getKey() + " (" + finding.getValue().size() + "):"
                                + lines(finding.getValue()))
                        .collect(Collectors.joining());
    }

    private Map<String, Collection<?>> findings() {
        Map<String, Collection<?>> findings = new LinkedHashMap<>();
        findings.put("lost", lost);
        findings.put("doubled", doubled);
        findings.put("reordered", reordered);
        findings.put("misrouted", misrouted);
        findings.put("leaked", leaked);
        findings.put("strange", strange);
        findings.put("echoed", echoed);
        findings.put("diverged", diverged);
        return findings;
    }

    private static String lines(Collection<?> findings) {
        return findings.stream().limit(10).map(finding -> "\n  " + line(finding)).collect(Collectors.joining());
    }

    private static String line(Object finding) {
        if (finding instanceof Divergence divergence) {
            return divergence.kind().text() + ": " + place(divergence.change())
                    + (divergence.counterpart() == null ? "" : ", there " + place(divergence.counterpart()));
        }
        return finding instanceof Copy copy ? place(copy.original()) + " -> " + place(copy.copy())
                : place((HistoryEntry) finding);
    }

    private static String place(HistoryEntry entry) {
        String place = "conversation " + entry.conversation() + " message " + entry.message();
        return entry.text() == null ? place : place + " \"" + shortened(entry.text()) + "\"";
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
