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

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;

/** The JSON text in which cursors are stored: one line, ids and times only. */
final class StoredCursor {

    private StoredCursor() {
    }

    static <T> T parse(String json, Class<T> type) {
        try {
            return HelpdeskJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The cursor repository holds an entry that cannot be read as "
                    + type.getEnclosingClass().getSimpleName() + ": " + json, e);
        }
    }

    static String toJson(Object value) {
        try {
            return HelpdeskJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
