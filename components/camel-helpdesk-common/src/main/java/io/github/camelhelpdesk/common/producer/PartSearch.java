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
package io.github.camelhelpdesk.common.producer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects what a provider finds of a message in doubt. A message is written part after part, so that what is there must be its
 * beginning; anything else cannot be told.
 */
public final class PartSearch {

    private final PartMarker marker;
    private final int parts;
    private final Map<Integer, SentPart> found = new TreeMap<>();
    private String contradiction;
    private String doubt;

    PartSearch(String marker, int parts) {
        this.marker = PartMarker.of(marker);
        this.parts = parts;
    }

    /**
     * Looks at a message of the conversation.
     *
     * @param seenMarker its marker, or null
     * @param id its id, or null when it has lost it
     * @param body the message
     * @return whether it is one of ours
     */
    public boolean see(String seenMarker, String id, Object body) {
        Optional<PartMarker.Part> part = marker.read(seenMarker);
        part.ifPresent(ours -> take(ours, id, body));
        return part.isPresent();
    }

    private void take(PartMarker.Part part, String id, Object body) {
        if (part.of() != parts) {
            contradiction = "it was written in " + part.of() + " parts and would have " + parts
                    + " now; set maxTextLength and the escaping to what they were";
        } else if (id == null) {
            contradiction = "it is there but bears no id";
        } else {
            found.putIfAbsent(part.number(), new SentPart(id, body));
        }
    }

    /** Says that a message may be ours although it bears no marker. It does not matter when all parts are found. */
    public void mayBeOurs(String why) {
        doubt = why;
    }

    /** Whether all parts are found, so that nothing more need be read. */
    public boolean isComplete() {
        return found.size() == parts;
    }

    /** Why it cannot be told what is there; null when it can. */
    String unknown() {
        if (contradiction != null) {
            return contradiction;
        }
        for (int number = 1; number <= found.size(); number++) {
            if (!found.containsKey(number)) {
                return "part " + number + " of " + parts + " is missing although later ones are there";
            }
        }
        return isComplete() ? null : doubt;
    }

    /** The parts that are there, the first ones of the message in their order. */
    List<SentPart> found() {
        return new ArrayList<>(found.values());
    }
}
