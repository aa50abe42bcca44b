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
package io.github.camelhelpdesk.acquire.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;

import io.github.camelhelpdesk.common.http.Item;

/**
 * Reads an {@link Envelope} as it streams in: unwraps {@code data}; a list there is the list; of an object, the first list
 * under {@code data}, {@code rows} or {@code list} is, else what stands under numbers as names; else it is a single item.
 */
final class EnvelopeDeserializer extends JsonDeserializer<Envelope<?>> implements ContextualDeserializer {

    private static final Set<String> LISTS = Set.of("data", "rows", "list");

    private final JavaType type;

    EnvelopeDeserializer() {
        this(null);
    }

    private EnvelopeDeserializer(JavaType type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new EnvelopeDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public Envelope<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JavaType item = context.getTypeFactory().constructParametricType(Item.class, type);
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return new Reading(context, item).list(parser);
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return (Envelope<?>) context.handleUnexpectedToken(Envelope.class, parser);
        }
        return root(parser, context, item);
    }

    private static Envelope<?> root(JsonParser parser, DeserializationContext context, JavaType item) throws IOException {
        Envelope<?> found = null;
        TokenBuffer rest = context.bufferForInputBuffering(parser);
        rest.writeStartObject();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (found == null && "data".equals(name) && value.isStructStart()) {
                found = value == JsonToken.START_ARRAY ? new Reading(context, item).list(parser)
                        : new Reading(context, item).object(parser);
            } else {
                rest.writeFieldName(name);
                rest.copyCurrentStructure(parser);
            }
        }
        rest.writeEndObject();
        return found != null ? found : new Reading(context, item).bare(rest);
    }

    /** The reading of one {@code data}. */
    private static final class Reading {

        private final DeserializationContext context;
        private final JavaType item;
        private final List<Item<Object>> items = new ArrayList<>();
        private final List<Item<Object>> numbered = new ArrayList<>();
        private boolean isList;
        private Long count;
        private Integer limit;

        Reading(DeserializationContext context, JavaType item) {
            this.context = context;
            this.item = item;
        }

        Envelope<Object> list(JsonParser parser) throws IOException {
            readItems(parser);
            return envelope();
        }

        Envelope<Object> object(JsonParser parser) throws IOException {
            TokenBuffer single = context.bufferForInputBuffering(parser);
            single.writeStartObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser.currentName(), parser.nextToken(), parser, single);
            }
            single.writeEndObject();
            if (!isList && !numbered.isEmpty()) {
                isList = true;
                items.addAll(numbered);
            }
            if (!isList) {
                items.add(item(single));
            }
            return envelope();
        }

        /** An answer without {@code data} is the object itself. */
        Envelope<Object> bare(TokenBuffer object) throws IOException {
            try (JsonParser parser = object.asParserOnFirstToken()) {
                return object(parser);
            }
        }

        private void field(String name, JsonToken value, JsonParser parser, TokenBuffer single) throws IOException {
            if (!isList && value == JsonToken.START_ARRAY && LISTS.contains(name)) {
                readItems(parser);
                return;
            }
            if (value == JsonToken.START_OBJECT && name.matches("\\d{1,6}")) {
                numbered.add(context.readValue(parser, item));
                return;
            }
            single.writeFieldName(name);
            if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                number(name, parser.getLongValue());
            }
            if ("counts".equals(name) && value == JsonToken.START_OBJECT) {
                JsonNode counts = context.readTree(parser);
                count = counts.path("filteredCount").isNumber() ? Long.valueOf(counts.path("filteredCount").asLong()) : count;
                single.writeTree(counts);
                return;
            }
            single.copyCurrentStructure(parser);
        }

        private void number(String name, long value) {
            if ("count".equals(name)) {
                count = value;
            } else if ("limit".equals(name) && value > 0 && value <= Integer.MAX_VALUE) {
                limit = (int) value;
            }
        }

        private void readItems(JsonParser parser) throws IOException {
            isList = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(context.readValue(parser, item));
            }
        }

        private Item<Object> item(TokenBuffer object) throws IOException {
            try (JsonParser parser = object.asParserOnFirstToken()) {
                return context.readValue(parser, item);
            }
        }

        private Envelope<Object> envelope() {
            return new Envelope<>(List.copyOf(items), isList, count, limit);
        }
    }
}
