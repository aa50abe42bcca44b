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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How far an account has been read.
 *
 * @param base position of every conversation without its own
 * @param mark changes up to it have been seen, by the provider's clock
 * @param lagging conversations that changed and may still owe messages
 * @param reach which messages can have been handed out
 * @param revisits messages, by conversation, that are to be looked at again
 * @param orders conversations that are to be read again, also in lagging
 * @param reread the re-reading of the whole account that is under way, or the last one, or null
 */
record AccountCursor(Position base, Instant mark, Collection<String> lagging, Reach reach, Map<String, Set<String>> revisits,
        Map<String, RereadOrder> orders, Reread reread) {

    /** The cursor of an account that is about to be read for the first time. */
    static AccountCursor beginning(Beginning beginning) {
        return new AccountCursor(beginning.base(), beginning.mark(), List.of(), new Reach(beginning.base().copy(), null),
                Map.of(), Map.of(), null);
    }

    static AccountCursor parse(String json, MessageSource source) {
        Stored stored = StoredCursor.parse(json, Stored.class);
        Position base = source.parsePosition(stored.base);
        // Of an older version's cursor the start is not known: what lies below the base is then left alone.
        Reach reach = new Reach(stored.start == null ? base.copy() : source.parsePosition(stored.start),
                stored.from == null ? null : Instant.ofEpochMilli(stored.from));
        Map<String, RereadOrder> orders = new LinkedHashMap<>();
        if (stored.orders != null) {
            stored.orders.forEach(group -> group.putInto(orders));
        }
        return new AccountCursor(base, Instant.ofEpochMilli(stored.mark), stored.lagging, reach,
                stored.revisits == null ? Map.of() : stored.revisits, orders,
                stored.reread == null ? null : new Reread(stored.reread, orders));
    }

    String toJson() {
        Map<RereadOrder, List<String>> groups = new LinkedHashMap<>();
        orders.forEach((id, order) -> groups.computeIfAbsent(order, key -> new ArrayList<>()).add(id));
        List<Group> stored = groups.entrySet().stream().map(entry -> new Group(entry.getKey().number(),
                entry.getKey().from().toEpochMilli(), entry.getValue())).toList();
        List<String> others = lagging.stream().filter(id -> !orders.containsKey(id)).toList();
        return StoredCursor.toJson(new Stored(base.toJson(), mark.toEpochMilli(), others, reach.start().toJson(),
                reach.from() == null ? null : reach.from().toEpochMilli(), new HashMap<>(revisits), stored,
                reread == null ? null : reread.stored()));
    }

    private record Group(long number, long from, List<String> ids) {

        void putInto(Map<String, RereadOrder> orders) {
            RereadOrder order = new RereadOrder(number, Instant.ofEpochMilli(from));
            ids.forEach(id -> orders.put(id, order));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Stored(String base, long mark, @JsonInclude List<String> lagging, String start, Long from,
            Map<String, Set<String>> revisits, List<Group> orders, Reread.Stored reread) {
    }
}
