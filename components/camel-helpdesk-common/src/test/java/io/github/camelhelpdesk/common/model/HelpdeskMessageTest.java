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
package io.github.camelhelpdesk.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhelpdesk.common.HelpdeskJson;

class HelpdeskMessageTest {

    private static final ObjectMapper MAPPER = HelpdeskJson.mapper();

    private static HelpdeskMessage message() {
        return HelpdeskMessage.builder().provider("chatwoot").account("help.example.com/1").conversationId("7").id("42")
                .channel("chat").direction(Direction.INBOUND)
                .author(new Author(AuthorType.CUSTOMER, "5", "Ada", "ada@example.com", null))
                .contact(new Contact("5", "ext-5", "Ada", "ada@example.com", null)).visibility(Visibility.PRIVATE)
                .text("Where is my parcel?").html("<p>Where is my parcel?</p>").format(TextFormat.MARKDOWN)
                .attachments(List.of(new Attachment("9", "a.png", "https://files.example.com/a.png", "image/png", 12L)))
                .createdAt(Instant.parse("2026-11-01T10:00:00Z")).updatedAt(Instant.parse("2026-11-01T10:00:00.123Z")).build();
    }

    @Test
    void jsonHasTheNamesOfTheContract() throws Exception {
        JsonNode json = MAPPER.valueToTree(message());
        assertThat(json.path("direction").asText()).isEqualTo("inbound");
        assertThat(json.path("author").path("type").asText()).isEqualTo("customer");
        assertThat(json.path("visibility").asText()).isEqualTo("private");
        assertThat(json.path("format").asText()).isEqualTo("markdown");
        assertThat(json.path("createdAt").asText()).isEqualTo("2026-11-01T10:00:00.000Z");
        assertThat(json.path("updatedAt").asText()).isEqualTo("2026-11-01T10:00:00.123Z");
        assertThat(json.path("deleted").asBoolean(true)).isFalse();
    }

    @Test
    void jsonReadsBackTheSame() throws Exception {
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(message()), HelpdeskMessage.class)).isEqualTo(message());
        assertThat(message().toBuilder().build()).isEqualTo(message());
    }

    @Test
    void unknownFieldsAndAuthorsDoNotFail() throws Exception {
        HelpdeskMessage read = MAPPER.readValue("{\"id\":\"1\",\"new\":1,\"author\":{\"type\":\"oracle\"}}",
                HelpdeskMessage.class);
        assertThat(read.author().type()).isEqualTo(AuthorType.SYSTEM);
        assertThat(read.text()).isEmpty();
    }

    @Test
    void toStringHasNeitherTextNorPeople() {
        assertThat(message().toString() + message().author() + message().contact() + message().attachments())
                .doesNotContain("parcel", "Ada", "example.com/a.png", "ada@");
    }

    @Test
    void theDataTypeTransformerReadsJsonAndMaps() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            for (Object body : List.of(MAPPER.writeValueAsString(message()), MAPPER.valueToTree(message()),
                    MAPPER.convertValue(message(), java.util.Map.class), message(), MAPPER.writeValueAsBytes(message()))) {
                Exchange exchange = new DefaultExchange(context);
                exchange.getMessage().setBody(body);
                DataType type = new DataType("helpdesk:message");
                org.apache.camel.spi.Transformer transformer = context.resolveTransformer(DataType.ANY, type);
                transformer.transform(exchange.getMessage(), DataType.ANY, type);
                assertThat(exchange.getMessage().getBody()).isEqualTo(message());
            }
        }
    }

    @Test
    void theDataTypeTransformerLeavesWhatCouldNotBeRead() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            Exchange exchange = new DefaultExchange(context);
            JsonNode raw = MAPPER.readTree("{\"content\":{}}");
            exchange.getMessage().setBody(raw);
            exchange.getMessage().setHeader("CamelHelpdeskUnreadable", "unexpected shape");
            DataType type = new DataType("helpdesk:message");
            context.resolveTransformer(DataType.ANY, type).transform(exchange.getMessage(), DataType.ANY, type);
            assertThat(exchange.getMessage().getBody()).isSameAs(raw);
        }
    }
}
