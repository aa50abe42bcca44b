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

import java.io.IOException;
import java.util.Map;

import org.apache.camel.Exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** A request in the body: the record itself, a Map, or JSON, with the names of the provider's API. */
public final class RequestBody {

    private RequestBody() {
    }

    /**
     * Reads the body.
     *
     * @return null when there is none
     * @throws IllegalArgumentException when it is of another kind, or has a field that is not known: it would be lost silently
     */
    public static <T> T read(Exchange exchange, Class<T> type) {
        Object body = exchange.getMessage().getBody();
        if (body == null || type.isInstance(body)) {
            return type.cast(body);
        }
        if (body instanceof Map<?, ?> map) {
            return read((JsonNode) HelpdeskJson.mapper().valueToTree(map), type);
        }
        String json = exchange.getMessage().getBody(String.class);
        if (json == null || json.isBlank()) {
            return null;
        }
        return read(json(json), type);
    }

    /** Reads a JSON object. */
    public static JsonNode json(String text) {
        try {
            return HelpdeskJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A body that begins with { is taken for JSON, but it is none (line "
                    + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")");
        }
    }

    /** Whether the fields of a JSON object are those of a neutral message. */
    public static boolean isNeutral(JsonNode json) {
        return json.has("direction") && (json.has("provider") || json.has("text"));
    }

    /** Reads a neutral message. */
    public static HelpdeskMessage neutral(JsonNode json) {
        return read(json, HelpdeskJson.mapper().readerFor(HelpdeskMessage.class));
    }

    /** Reads a request. */
    public static <T> T read(JsonNode json, Class<T> type) {
        return read(json,
                HelpdeskJson.mapper().readerFor(type).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    private static <T> T read(JsonNode json, ObjectReader reader) {
        try {
            return reader.readValue(json);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException("The body has the field '" + e.getPropertyName() + "', which is none of "
                    + e.getKnownPropertyIds());
        } catch (IOException e) {
            // Without the cause: Jackson quotes what it has read.
            String field = e instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
            throw new IllegalArgumentException("The body has a field of an unexpected kind: " + field);
        }
    }
}
