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
package io.github.camelhelpdesk.channelio.producer;

import java.io.InputStream;
import java.util.Map;

import org.apache.camel.Exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.producer.RequestBody;

/** A request in the body that is a Map or JSON, with the names of Channel.io's API. */
final class RequestFields {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
    };

    private RequestFields() {
    }

    /** The body's fields, null when it is no Map and no JSON object. */
    static Map<String, Object> object(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Map || body instanceof JsonNode node && node.isObject()) {
            return HelpdeskJson.mapper().convertValue(body, FIELDS);
        }
        if (body instanceof String || body instanceof byte[] || body instanceof InputStream) {
            return parsed(exchange.getMessage().getBody(String.class));
        }
        return null;
    }

    private static Map<String, Object> parsed(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            return HelpdeskJson.mapper().readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            // a text that only looks like JSON
            return null;
        }
    }

    /**
     * The fields as a type.
     *
     * @throws IllegalArgumentException when they do not fit, or one is not known: it would be lost silently
     */
    static <T> T as(Map<String, Object> fields, Class<T> type) {
        return RequestBody.read(HelpdeskJson.mapper().<JsonNode> valueToTree(fields), type);
    }
}
