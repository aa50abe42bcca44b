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
package io.github.camelhelpdesk.acquire.client;

import java.util.List;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

import io.github.camelhelpdesk.common.http.Item;

/**
 * What an answer of Acquire's holds, whichever of its five shapes it has: a single object, {@code data} as a list, or a list
 * within {@code data} as {@code data}, {@code rows} or {@code list}.
 *
 * @param <T> type of the items
 * @param items the items in the order of the list, never null; one for a single object
 * @param isList whether it is a list
 * @param count how many there are on all pages; null when it does not say
 * @param limit how many fit on a page, as the server says; null when it does not
 */
@JsonDeserialize(using = EnvelopeDeserializer.class)
public record Envelope<T>(List<Item<T>> items, boolean isList, Long count, Integer limit) {
}
