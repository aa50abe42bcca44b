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
package io.github.camelhelpdesk.common.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * An item of a list, read on its own: one that cannot be read does not take the list with it.
 *
 * @param <T> what it is read as
 * @param value the item, null when it could not be read
 * @param raw its JSON when it could not be read, else null
 * @param problem why it could not be read, without its content; else null
 */
@JsonDeserialize(using = ItemDeserializer.class)
public record Item<T>(T value, JsonNode raw, String problem) {

    /** Whether it could be read. */
    public boolean isReadable() {
        return problem == null;
    }
}
