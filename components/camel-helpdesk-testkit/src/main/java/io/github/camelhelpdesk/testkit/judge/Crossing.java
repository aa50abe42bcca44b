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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Kind;

/** One direction: what came in through the API at the target, each thing taken for what it is. */
final class Crossing {

    final List<Copy> copies = new ArrayList<>();
    final List<Copy> firsts = new ArrayList<>();
    final List<Copy> doubled = new ArrayList<>();
    final List<Copy> versionsOutOfOrder = new ArrayList<>();
    final List<HistoryEntry> notices = new ArrayList<>();
    final List<HistoryEntry> strange = new ArrayList<>();
    /** The target's own originals, come back to it: strange here, an echo of the other direction. */
    final List<HistoryEntry> returned = new ArrayList<>();
    final Map<Original, Progress> progress = new LinkedHashMap<>();

    private final Rules rules;
    private final KnownTexts known;
    private final KnownTexts knownThere;
    private final Parts parts;

    Crossing(Side source, Side target, Rules rules) {
        this.rules = rules;
        known = new KnownTexts(source.originals(), entry -> entry.isPrivate() || rules.expected().test(entry));
        knownThere = new KnownTexts(target.originals(), entry -> false);
        parts = new Parts(source.originals());
        target.api().forEach(this::read);
    }

    /** Originals of the source that came back to it. */
    List<HistoryEntry> echoes(Side source) {
        return source.api().stream().filter(entry -> length(known.find(entry.text())) > length(knownThere.find(entry.text())))
                .toList();
    }

    private void read(HistoryEntry entry) {
        Optional<KnownTexts.Match> match = known.find(entry.text());
        if (length(knownThere.find(entry.text())) > length(match)) {
            returned.add(entry);
        } else if (!isPart(entry, length(match))) {
            match.ifPresentOrElse(found -> arrive(found.original(), found.versions(), entry, List.of(entry)),
                    () -> readUnknown(entry));
        }
    }

    private void readUnknown(HistoryEntry entry) {
        boolean notice = entry.kind() == Kind.WRITTEN && rules.notice().test(entry) && rules.mayCarry(entry);
        (notice ? notices : strange).add(entry);
    }

    /** A message that a known text explains but for a short beginning is no part of another one. */
    private boolean isPart(HistoryEntry entry, int explained) {
        String text = rules.undecorated().apply(entry.text());
        if (entry.kind() != Kind.WRITTEN || explained > 0 && entry.text().strip().length() - explained <= Parts.PREFIX) {
            return false;
        }
        Optional<Parts.Fit> fit = parts.fit(entry, text, original -> !progress.containsKey(original)
                || original.versions.size() > 1).filter(found -> found.isRepeated() || found.length() > explained);
        fit.ifPresent(found -> readPart(found, entry));
        return fit.isPresent();
    }

    private void readPart(Parts.Fit fit, HistoryEntry entry) {
        Parts.Whole whole = fit.whole();
        if (fit.isRepeated()) {
            doubled.add(new Copy(whole.original.versions.get(whole.version), entry));
            return;
        }
        parts.follow(fit);
        if (whole.isComplete()) {
            arrive(whole.original, List.of(whole.version), whole.parts.get(0), whole.parts);
        }
    }

    private void arrive(Original original, List<Integer> versions, HistoryEntry entry, List<HistoryEntry> messages) {
        if (isOutOfPlace(original, entry) || !versions.contains(0) && !rules.mayCarry(entry)) {
            strange.add(entry);
            return;
        }
        Copy copy = new Copy(original.versions.get(versions.get(0)), entry);
        copies.add(copy);
        if (!progress.containsKey(original)) {
            firsts.add(new Copy(original.written, entry));
        }
        Progress far = progress.computeIfAbsent(original, it -> new Progress());
        if (entry.kind() == Kind.WRITTEN) {
            far.copies.addAll(messages);
        }
        switch (far.arrive(versions)) {
            case ARRIVED -> {
            }
            case OUT_OF_ORDER -> versionsOutOfOrder.add(copy);
            case REPEATED -> doubled.add(copy);
        }
    }

    /** A text took the place of one that is no copy of this original. */
    private boolean isOutOfPlace(Original original, HistoryEntry entry) {
        return entry.kind() == Kind.EDITED && !(progress.containsKey(original) && progress.get(original).isCopy(entry));
    }

    private static int length(Optional<KnownTexts.Match> match) {
        return match.map(found -> found.text().length()).orElse(0);
    }
}
