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
package io.github.camelhelpdesk.sync.ledger;

import java.util.Set;

/**
 * One direction of a link.
 *
 * @param link name of the link
 * @param source name of the component that messages come from
 * @param target name of the component that messages go to
 */
public record DirectionKey(String link, String source, String target) {

    /** The other direction of the same link. */
    public DirectionKey opposite() {
        return new DirectionKey(link, target, source);
    }

    boolean joinsTheSidesOf(DirectionKey other) {
        return Set.of(source, target).equals(Set.of(other.source, other.target));
    }

    @Override
    public String toString() {
        return link + " from " + source + " to " + target;
    }
}
