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

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The field {@code message}: a text, or an object that has the text in {@code message}, or in {@code msg} (page "Send a
 * message", which lists it twice; old webhooks).
 */
final class MessageText extends JsonDeserializer<String> {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            return parser.getValueAsString();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        JsonNode object = context.readTree(parser);
        JsonNode text = object.hasNonNull("message") ? object.get("message") : object.path("msg");
        return text.isValueNode() ? text.asText() : null;
    }
}
