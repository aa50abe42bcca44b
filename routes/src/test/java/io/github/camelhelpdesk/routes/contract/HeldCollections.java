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
package io.github.camelhelpdesk.routes.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;

/** All maps and collections that objects of this project hold, however deep, by the field that holds them. */
final class HeldCollections {

    private static final String OURS = "io.github.camelhelpdesk.";
    private static final String TESTS = OURS + "testkit.";
    /** The elements of a collection are alike: some of them show what each holds. */
    private static final int LOOKED_INTO = 50;

    /** Maps and collections by the field that holds them. */
    private final Map<String, List<Object>> found = new TreeMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Held> waiting = new ArrayDeque<>();

    private record Held(String field, Object value) {
    }

    private HeldCollections() {
    }

    static HeldCollections of(List<Object> roots) throws IllegalAccessException {
        HeldCollections held = new HeldCollections();
        roots.forEach(root -> held.add("root", root));
        while (!held.waiting.isEmpty()) {
            held.lookInto(held.waiting.poll());
        }
        return held;
    }

    /** The largest size by field, such as {@code KnownFacts.entries}. */
    Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        found.forEach((field, all) -> sizes.put(field, all.stream().mapToInt(HeldCollections::size).max().orElse(0)));
        return sizes;
    }

    private static int size(Object found) {
        return found instanceof Map<?, ?> map ? map.size() : ((Collection<?>) found).size();
    }

    /** Puts further entries into the maps of these fields, like one of those that they have. */
    void fillUp(Collection<String> fields, int more) {
        for (String field : fields) {
            for (Object all : found.get(field)) {
                assertThat(all).as(field + " grows: only maps can be filled up").isInstanceOf(Map.class);
                fillUp(field, (Map<?, ?>) all, more);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void fillUp(String field, Map<?, ?> map, int more) {
        if (map.isEmpty()) {
            return;
        }
        assertThat(map.keySet()).as(field).allMatch(String.class::isInstance);
        Object value = map.values().iterator().next();
        IntStream.range(0, more).forEach(i -> ((Map<String, Object>) map).put("900000" + i, value));
    }

    private void add(String field, Object value) {
        if (value != null && seen.add(value)) {
            waiting.add(new Held(field, value));
        }
    }

    private void lookInto(Held held) throws IllegalAccessException {
        if (held.value instanceof Map<?, ?> map) {
            found(held);
            addSome(held.field + ".key", map.keySet());
            addSome(held.field + ".value", map.values());
        } else if (held.value instanceof Collection<?> collection) {
            found(held);
            addSome(held.field + ".element", collection);
        } else if (held.value instanceof AtomicReference<?> reference) {
            add(held.field, reference.get());
        } else {
            addFields(held.value);
        }
    }

    private void found(Held held) {
        found.computeIfAbsent(held.field, field -> new ArrayList<>()).add(held.value);
    }

    private void addSome(String field, Collection<?> values) {
        values.stream().limit(LOOKED_INTO).forEach(value -> add(field, value));
    }

    private void addFields(Object object) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    add(type.getSimpleName() + "." + field.getName(), field.get(object));
                }
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type != null && type.getName().startsWith(OURS) && !type.getName().startsWith(TESTS)
                && type != MemoryCursorRepository.class && !type.isEnum();
    }
}
