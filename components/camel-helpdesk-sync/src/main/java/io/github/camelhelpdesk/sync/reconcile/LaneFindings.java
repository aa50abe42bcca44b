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
package io.github.camelhelpdesk.sync.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.ledger.ContentDigest;

/** What is found in one conversation in one direction. */
final class LaneFindings {

    private static final int MOST_IDS = 100;

    private final Map<Finding, List<String>> ids = new EnumMap<>(Finding.class);
    private final Map<String, String> wanted = new LinkedHashMap<>();
    private Instant wantedFrom;

    void add(Finding finding, String id) {
        ids.computeIfAbsent(finding, any -> new ArrayList<>()).add(id);
    }

    /** A message that the ledger lacks as it is now: reading it again repairs that. */
    void lacks(Finding finding, HelpdeskMessage message) {
        add(finding, message.id());
        wanted.put(message.id(), ContentDigest.of(message));
        Instant at = message.createdAt() == null ? Instant.EPOCH : message.createdAt();
        wantedFrom = wantedFrom == null || at.isBefore(wantedFrom) ? at : wantedFrom;
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    Map<Finding, Integer> numbers() {
        return ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().size()));
    }

    Map<Finding, List<String>> ids() {
        Map<Finding, List<String>> cut = new EnumMap<>(Finding.class);
        ids.forEach((finding, all) -> cut.put(finding, all.stream().limit(MOST_IDS).toList()));
        return cut;
    }

    /** Digests of what the ledger lacks, by message. */
    Map<String, String> wanted() {
        return wanted;
    }

    /** When the oldest of them was written, or null. */
    Instant wantedFrom() {
        return wantedFrom;
    }
}
