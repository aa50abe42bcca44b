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
package io.github.camelhelpdesk.common.consumer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The conversations of a re-reading: which are known by now, and which are still to be read. {@link Reread} guards it. */
final class RereadConversations {

    private final Set<String> remaining = new HashSet<>();
    /** Those that were listed, while that goes on: a list that shifts meanwhile shows some of them twice. */
    private final Set<String> seen = new HashSet<>();
    private boolean listed;
    private long total;

    RereadConversations() {
    }

    /** Those of a re-reading that was under way, or had ended, when the consumer was last stopped. */
    RereadConversations(Reread.Stored stored, Map<String, RereadOrder> orders) {
        orders.forEach((id, known) -> {
            if (known.number() == stored.number()) {
                remaining.add(id);
            }
        });
        listed = stored.listed();
        total = listed ? stored.total() : remaining.size();
    }

    /** How many have been read again to their end. */
    long done() {
        return total - remaining.size();
    }

    long remaining() {
        return remaining.size();
    }

    /** How many there are; empty while they are still being listed. */
    OptionalLong total() {
        return listed ? OptionalLong.of(total) : OptionalLong.empty();
    }

    /** How many are known by now. */
    long known() {
        return total;
    }

    boolean isListed() {
        return listed;
    }

    /** Takes in a part of the list; returns those that were not in it before. */
    List<String> found(Collection<String> conversations) {
        List<String> others = conversations.stream().filter(seen::add).toList();
        others.forEach(id -> total += remaining.add(id) ? 1 : 0);
        return others;
    }

    /** All are known. */
    void listed() {
        listed = true;
        seen.clear();
    }

    /** All are listed once more, and read again. */
    void listAgain() {
        listed = false;
        total = remaining.size();
        seen.clear();
    }

    /** One was read to its end; false when that does not count. */
    boolean done(String conversationId) {
        if (!remaining.remove(conversationId)) {
            return false;
        }
        if (!listed && !seen.contains(conversationId)) {
            // Of a list of before: it will be found once more, and counted then.
            total--;
            return false;
        }
        return true;
    }
}
