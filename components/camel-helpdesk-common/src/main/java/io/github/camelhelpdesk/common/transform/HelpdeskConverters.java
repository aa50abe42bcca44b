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
package io.github.camelhelpdesk.common.transform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.apache.camel.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** Type converters between the neutral message and conversation, and their JSON. */
@Converter(generateLoader = true)
public final class HelpdeskConverters {

    private HelpdeskConverters() {
    }

    @Converter
    public static HelpdeskMessage toMessage(String json) throws JsonProcessingException {
        return HelpdeskJson.mapper().readValue(json, HelpdeskMessage.class);
    }

    @Converter
    public static HelpdeskMessage toMessage(InputStream json) throws IOException {
        return HelpdeskJson.mapper().readValue(json, HelpdeskMessage.class);
    }

    @Converter
    public static HelpdeskMessage toMessage(byte[] json) throws IOException {
        return HelpdeskJson.mapper().readValue(json, HelpdeskMessage.class);
    }

    @Converter
    public static HelpdeskMessage toMessage(JsonNode json) throws JsonProcessingException {
        return HelpdeskJson.mapper().treeToValue(json, HelpdeskMessage.class);
    }

    @Converter
    public static HelpdeskMessage toMessage(Map<?, ?> fields) {
        return HelpdeskJson.mapper().convertValue(fields, HelpdeskMessage.class);
    }

    @Converter
    public static String toJson(HelpdeskMessage message) throws JsonProcessingException {
        return HelpdeskJson.mapper().writeValueAsString(message);
    }

    @Converter
    public static byte[] toJsonBytes(HelpdeskMessage message) throws JsonProcessingException {
        return HelpdeskJson.mapper().writeValueAsBytes(message);
    }

    @Converter
    public static InputStream toJsonStream(HelpdeskMessage message) throws JsonProcessingException {
        return new ByteArrayInputStream(toJsonBytes(message));
    }

    @Converter
    public static HelpdeskConversation toConversation(String json) throws JsonProcessingException {
        return HelpdeskJson.mapper().readValue(json, HelpdeskConversation.class);
    }

    @Converter
    public static HelpdeskConversation toConversation(InputStream json) throws IOException {
        return HelpdeskJson.mapper().readValue(json, HelpdeskConversation.class);
    }

    @Converter
    public static HelpdeskConversation toConversation(byte[] json) throws IOException {
        return HelpdeskJson.mapper().readValue(json, HelpdeskConversation.class);
    }

    @Converter
    public static HelpdeskConversation toConversation(JsonNode json) throws JsonProcessingException {
        return HelpdeskJson.mapper().treeToValue(json, HelpdeskConversation.class);
    }

    @Converter
    public static HelpdeskConversation toConversation(Map<?, ?> fields) {
        return HelpdeskJson.mapper().convertValue(fields, HelpdeskConversation.class);
    }

    @Converter
    public static String toJson(HelpdeskConversation conversation) throws JsonProcessingException {
        return HelpdeskJson.mapper().writeValueAsString(conversation);
    }

    @Converter
    public static byte[] toJsonBytes(HelpdeskConversation conversation) throws JsonProcessingException {
        return HelpdeskJson.mapper().writeValueAsBytes(conversation);
    }

    @Converter
    public static InputStream toJsonStream(HelpdeskConversation conversation) throws JsonProcessingException {
        return new ByteArrayInputStream(toJsonBytes(conversation));
    }
}
