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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** How far an original has come on the other side. */
final class Progress {

    /** What an arrival is. */
    enum Step {
        ARRIVED,
        /** An older version after a newer one. */
        OUT_OF_ORDER,
        REPEATED
    }

    /** The messages at the target that repeat it, parts included. */
    final List<HistoryEntry> copies = new ArrayList<>();
    private final Set<Integer> arrived = new HashSet<>();
    private int version = -1;

    /**
     * One more arrival.
     *
     * @param versions those that have the text, in order
     */
    Step arrive(List<Integer> versions) {
        Integer newer = versions.stream().filter(each -> each > version).findFirst().orElse(null);
        if (newer != null) {
            version = newer;
            arrived.add(newer);
            return Step.ARRIVED;
        }
        return versions.stream().anyMatch(arrived::add) ? Step.OUT_OF_ORDER : Step.REPEATED;
    }

    boolean hasArrived(int wanted) {
        return arrived.contains(wanted);
    }

    boolean isCopy(HistoryEntry message) {
        return copies.stream().anyMatch(copy -> Side.key(copy).equals(Side.key(message)));
    }
}
