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

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.common.http.Item;

/**
 * A part of a list as it was at one moment.
 *
 * @param <T> type of the items
 * @param offset how many items were before it
 * @param items the items in the order of the list
 * @param total how many items the list was said to have; null when not said
 * @param date the provider's clock, or null
 * @param isLast whether nothing comes after it
 */
public record Part<T>(int offset, List<Item<T>> items, Long total, Instant date, boolean isLast) {

    /** Offset of what comes after it. */
    public int end() {
        return offset + items.size();
    }

    Set<String> ids(Function<T, String> id) {
        return items.stream().map(item -> id(item, id)).filter(text -> !text.isBlank()).collect(Collectors.toSet());
    }

    private static <T> String id(Item<T> item, Function<T, String> id) {
        String text = item.isReadable() ? id.apply(item.value()) : item.raw().path("id").asText("");
        return text == null ? "" : text;
    }
}
