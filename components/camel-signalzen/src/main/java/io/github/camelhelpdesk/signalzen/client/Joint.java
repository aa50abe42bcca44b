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
package io.github.camelhelpdesk.signalzen.client;

import java.util.Set;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** Tells whether two parts of a list join, and gives up on a list that shifts without an end. */
final class Joint<T> {

    private static final int MOST_SHIFTS = 50;

    private final OffsetList<T> list;
    private Set<String> ids = Set.of();
    private int shifts;

    Joint(OffsetList<T> list) {
        this.list = list;
    }

    /** Whether a part has an item of the one before. Where that had none, or but one, so that nothing overlaps, it does. */
    boolean joins(Part<T> part) {
        return ids.size() < 2 || part.ids(list.id()).stream().anyMatch(ids::contains);
    }

    /** Whether a part has an item that the one before had not. */
    boolean hasNews(Part<T> part) {
        return !ids.containsAll(part.ids(list.id()));
    }

    void taken(Part<T> part) {
        ids = part.ids(list.id());
    }

    void shifted() {
        shifts++;
        if (shifts > MOST_SHIFTS) {
            throw new HelpdeskException(list.what() + " changes faster than it can be read", Outcome.UNCLEAR, 0, null, false,
                    null);
        }
    }
}
