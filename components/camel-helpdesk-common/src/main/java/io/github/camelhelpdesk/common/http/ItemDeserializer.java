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

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/** Reads an {@link Item}: buffers its tokens, so that the list goes on behind an item of another shape. */
final class ItemDeserializer extends JsonDeserializer<Item<?>> implements ContextualDeserializer {

    private final JavaType type;

    ItemDeserializer() {
        this(null);
    }

    private ItemDeserializer(JavaType type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new ItemDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public Item<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        TokenBuffer buffer = context.bufferForInputBuffering(parser);
        buffer.copyCurrentStructure(parser);
        try (JsonParser item = buffer.asParserOnFirstToken()) {
            if (item.currentToken() == JsonToken.START_OBJECT) {
                return new Item<>(context.readValue(item, type), null, null);
            }
        } catch (JsonProcessingException e) {
            // What is buffered is JSON: it is the item that is odd.
            return unreadable(buffer, context,
                    e instanceof JsonMappingException mapping ? mapping.getPathReference() : "a number out of range");
        }
        return unreadable(buffer, context, "not an object");
    }

    private static Item<?> unreadable(TokenBuffer buffer, DeserializationContext context, String where) throws IOException {
        try (JsonParser item = buffer.asParserOnFirstToken()) {
            return new Item<>(null, context.readTree(item), "unexpected shape (" + where + ")");
        }
    }

    /** A null in a list is an item of the wrong shape, not a missing item. */
    @Override
    public Item<?> getNullValue(DeserializationContext context) {
        return new Item<>(null, com.fasterxml.jackson.databind.node.NullNode.getInstance(), "null");
    }
}
