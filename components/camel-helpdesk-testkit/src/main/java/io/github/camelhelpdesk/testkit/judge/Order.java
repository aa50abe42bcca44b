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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * Order within a source conversation. One original is before another when it became visible earlier, has the lower id and is
 * not
 * the younger one. Back-dated and late messages are before or after their neighbours depending on which of these one looks at,
 * and
 * are held to an order only where all three agree.
 */
final class Order {

    private Order() {
    }

    static List<Copy> violations(Collection<Copy> firstCopies) {
        Map<String, List<Copy>> conversations = firstCopies.stream().collect(
                Collectors.groupingBy(copy -> copy.original().conversation(), LinkedHashMap::new, Collectors.toList()));
        List<Copy> violations = new ArrayList<>();
        conversations.values().forEach(copies -> addViolations(copies, violations));
        return violations;
    }

    /** Copies are in the order in which they arrived. */
    private static void addViolations(List<Copy> copies, List<Copy> violations) {
        if (isSorted(copies)) {
            return;
        }
        long[] leastAfter = leastSequenceAfter(copies);
        for (int i = 0; i < copies.size(); i++) {
            if (leastAfter[i] > copies.get(i).original().sequence()) {
                continue;
            }
            HistoryEntry early = copies.get(i).original();
            if (copies.subList(i + 1, copies.size()).stream().anyMatch(later -> isBefore(later.original(), early))) {
                violations.add(copies.get(i));
            }
        }
    }

    /** So that only those are compared with all others that something overtook. */
    private static long[] leastSequenceAfter(List<Copy> copies) {
        long[] least = new long[copies.size()];
        long soFar = Long.MAX_VALUE;
        for (int i = copies.size() - 1; i >= 0; i--) {
            least[i] = soFar;
            soFar = Math.min(soFar, copies.get(i).original().sequence());
        }
        return least;
    }

    private static boolean isSorted(List<Copy> copies) {
        for (int i = 1; i < copies.size(); i++) {
            if (copies.get(i).original().sequence() < copies.get(i - 1).original().sequence()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBefore(HistoryEntry one, HistoryEntry other) {
        return one.sequence() < other.sequence() && compareIds(one.message(), other.message()) < 0
                && !one.createdAt().isAfter(other.createdAt());
    }

    /** Decimal ids by value, ids of one length by their digits. */
    private static int compareIds(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }
}
