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
package io.github.camelhelpdesk.sync;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.sync.ledger.DirectionKey;

/**
 * The directions of all links of this application, and by which of them an account's messages get to another one: along the
 * shortest way, so that a message that could go around a ring both ways arrives once.
 */
final class CopyPaths {

    private static final Logger LOG = LoggerFactory.getLogger(CopyPaths.class);
    private static final Comparator<DirectionKey> ORDER = Comparator.comparing(DirectionKey::link)
            .thenComparing(DirectionKey::source).thenComparing(DirectionKey::target);

    private final Map<Object, DirectionKey> directions = new ConcurrentHashMap<>();
    private final Function<String, Side> sides;

    /** @param sides the side of a component's name */
    CopyPaths(Function<String, Side> sides) {
        this.sides = sides;
    }

    void add(Object owner, DirectionKey direction) {
        directions.put(owner, direction);
    }

    void remove(Object owner) {
        directions.remove(owner);
    }

    boolean has(DirectionKey direction) {
        return directions.containsValue(direction);
    }

    /**
     * Whether another direction than this one brings a message to this one's target, from where it was written.
     *
     * @param marker of a copy on this direction's source
     */
    boolean isBroughtByAnother(Marker marker, DirectionKey direction) {
        List<DirectionKey> all = directions.values().stream().distinct().sorted(ORDER).toList();
        Map<String, String> accounts = accounts(all);
        return origin(accounts, marker).flatMap(origin -> last(origin, accounts.get(direction.target()), all, accounts))
                .filter(last -> !last.equals(direction)).isPresent();
    }

    private Optional<String> origin(Map<String, String> accounts, Marker marker) {
        Optional<String> known = accounts.keySet().stream().filter(name -> sides.apply(name).isKnown())
                .filter(name -> marker.isFrom(sides.apply(name).identity())).map(accounts::get).findFirst();
        if (known.isEmpty()) {
            // It may be the one that could not be asked: then nobody can tell, which is the caller's failure.
            accounts.keySet().stream().map(sides).filter(side -> !side.isKnown()).findFirst().ifPresent(Side::identity);
        }
        return known;
    }

    /**
     * The account of each name; the name itself for one that cannot be asked, which is then taken for an account of its own.
     */
    private Map<String, String> accounts(List<DirectionKey> all) {
        Map<String, String> accounts = new HashMap<>();
        all.forEach(key -> {
            accounts.computeIfAbsent(key.source(), this::account);
            accounts.computeIfAbsent(key.target(), this::account);
        });
        return accounts;
    }

    private String account(String name) {
        try {
            return sides.apply(name).identity().toString();
        } catch (RuntimeException e) {
            LOG.debug("The account of {} is not known now: {}", name, e.getMessage());
            return name;
        }
    }

    /** The last direction of the way from one account to another. */
    private static Optional<DirectionKey> last(String from, String to, List<DirectionKey> all, Map<String, String> accounts) {
        Map<String, DirectionKey> reachedBy = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String here = next.poll();
            for (DirectionKey key : all) {
                String there = accounts.get(key.target());
                if (accounts.get(key.source()).equals(here) && !there.equals(from)
                        && reachedBy.putIfAbsent(there, key) == null) {
                    next.add(there);
                }
            }
        }
        return Optional.ofNullable(reachedBy.get(to));
    }
}
