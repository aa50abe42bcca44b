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
package io.github.camelhelpdesk.acquire.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A webhook as Acquire keeps it.
 *
 * @param id its id
 * @param name its name
 * @param url the address that is called
 * @param status whether it is on; not documented which words there are
 * @param events what it is called for, never null
 * @param hmacKey key of its signature, where given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcquireWebhook(String id, String name, String url, JsonNode status, List<Event> events, String hmacKey) {

    public AcquireWebhook {
        events = NoNulls.of(events);
    }

    /**
     * Something that a webhook is called for.
     *
     * @param event such as {@code case:status}
     * @param params what narrows it down, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(String event, JsonNode params) {
    }

    /** Without the key; the address may hold a secret as well. */
    @Override
    public String toString() {
        return "acquire webhook " + id;
    }
}
