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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.spi.StateRepository;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import io.github.camelhelpdesk.common.HelpdeskJson;

/** Keeps in one entry of the cursor repository when users were closed. */
public final class ClosingStore {

    private final StateRepository<String, String> repository;
    private final String key;

    /**
     * @param repository where the cursors are
     * @param key name of the entry
     */
    public ClosingStore(StateRepository<String, String> repository, String key) {
        this.repository = repository;
        this.key = key;
    }

    Map<String, Instant> read() {
        String json = repository.getState(key);
        Map<String, Instant> closings = new LinkedHashMap<>();
        try {
            Map<String, Long> times = json == null ? Map.of()
                    : HelpdeskJson.mapper().readValue(json, new TypeReference<LinkedHashMap<String, Long>>() {
                    });
            times.forEach((id, millis) -> closings.put(id, Instant.ofEpochMilli(millis)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The entry " + key + " of the cursor repository does not tell who was closed", e);
        }
        return closings;
    }

    void write(Map<String, Instant> closings) {
        Map<String, Long> times = new LinkedHashMap<>();
        closings.forEach((id, closedAt) -> times.put(id, closedAt.toEpochMilli()));
        try {
            repository.setState(key, HelpdeskJson.mapper().writeValueAsString(times));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
