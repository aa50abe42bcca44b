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
package io.github.camelhelpdesk.common.producer;

import java.util.Objects;

/**
 * A part of a message that is at the provider; most messages have one only.
 *
 * @param id id of what was written, never null
 * @param body what the provider answered, or lists: the body after sending
 */
public record SentPart(String id, Object body) {

    public SentPart {
        Objects.requireNonNull(id, "What was written has an id");
    }
}
