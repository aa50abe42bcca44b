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

import java.util.List;

import io.github.camelhelpdesk.common.http.Item;

/**
 * A page of a list.
 *
 * @param <T> type of the items
 */
public interface ListPage<T> {

    /** How many items the list is said to have, which may differ from page to page; null when not said. */
    Long total();

    /** The items in the order of the list, never null. */
    List<Item<T>> items();
}
