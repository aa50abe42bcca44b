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
package io.github.camelhelpdesk.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a route is said when it starts. */
class StartUpTest extends ChatwootTestBase {

    @Test
    void catalogTellsTheSharedHeadersAndTheDelay() throws Exception {
        try (var json = getClass().getResourceAsStream("/META-INF/io/github/camelhelpdesk/chatwoot/chatwoot.json")) {
            var catalog = io.github.camelhelpdesk.common.HelpdeskJson.mapper().readTree(json);
            assertThat(catalog.path("headers").fieldNames()).toIterable().contains("CamelChatwootMessageId",
                    "CamelHelpdeskMarker",
                    "CamelHelpdeskConversationId");
            assertThat(catalog.path("headers")).allSatisfy(
                    header -> assertThat(header.path("description").asText()).isNotBlank());
            assertThat(catalog.path("properties").path("delay").path("defaultValue").asText()).isEqualTo("5000");
        }
    }

    @Test
    void consumerOnAProducerOperationIsRefused() {
        assertThatThrownBy(() -> start("chatwoot:sendMessage", "mock:out")).rootCause()
                .hasMessageContaining("use chatwoot:messages");
    }

    @Test
    void producerOnAConsumerOperationIsRefused() {
        assertThatThrownBy(() -> start("direct:in", "chatwoot:messages")).rootCause()
                .hasMessageContainingAll("begins a route", "sendMessage", "listInboxes");
    }

    @Test
    void unknownOperationIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> start("chatwoot:mesages", "mock:out")).rootCause()
                .hasMessageContainingAll("'mesages'", "messages", "sendMessage");
    }

    @Test
    void unknownOptionIsRefused() {
        assertThatThrownBy(() -> start("chatwoot:messages?acountId=1", "mock:out")).rootCause()
                .hasMessageContaining("acountId");
    }

    @ParameterizedTest
    @ValueSource(strings = { "accountId", "accessToken" })
    void missingRequiredOptionIsNamedWithItsEndpoint(String option) {
        var context = context();
        ChatwootConfiguration options = component(context).getConfiguration();
        options.setAccountId("accountId".equals(option) ? null : options.getAccountId());
        options.setAccessToken("accessToken".equals(option) ? null : options.getAccessToken());
        assertThatThrownBy(() -> {
            context.addRoutes(route("direct:in", "chatwoot:sendMessage"));
            context.start();
        }).rootCause().hasMessageContainingAll("Option " + option, "chatwoot:sendMessage", "is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = { "help.example.com", "ftp://help.example.com", "https://user:pw@help.example.com",
            "https://help.example.com?x=1" })
    void addressThatIsNoneIsRefusedWithoutBeingQuoted(String address) {
        var context = context();
        component(context).getConfiguration().setBaseUrl(address);
        assertThatThrownBy(() -> {
            context.addRoutes(route("direct:in", "chatwoot:sendMessage"));
            context.start();
        }).rootCause().hasMessageContaining("baseUrl").hasMessageNotContaining("pw");
    }

    @Test
    void textsCannotBeSplitIntoCrumbs() {
        assertThatThrownBy(() -> start("direct:in", "chatwoot:sendMessage?maxTextLength=99"))
                .hasStackTraceContaining("maxTextLength").hasStackTraceContaining("100 or more");
    }

    @Test
    void identityOfTheAccountIsHostPortAndNumber() {
        ChatwootConfiguration options = new ChatwootConfiguration();
        options.setAccountId(5L);
        assertThat(options.account()).isEqualTo("app.chatwoot.com/5");
        options.setBaseUrl("https://Help.Example.com:8443/chatwoot/");
        assertThat(options.account()).isEqualTo("help.example.com:8443/5");
        assertThat(options.base()).isEqualTo("https://Help.Example.com:8443/chatwoot");
    }

    @ParameterizedTest
    @EnumSource(ChatwootOperation.class)
    void catalogKnowsEachOperation(ChatwootOperation operation) throws Exception {
        assertThat(validate("chatwoot:" + operation + "?accountId=1&accessToken=x&inboxId=2").isSuccess()).isTrue();
    }

    @Test
    void catalogKnowsTheOptionsAndNoOthers() throws Exception {
        assertThat(validate("chatwoot:messages?startFrom=beginning&include=customer,agent&delay=2000&conversationId=7"
                + "&tokenHeader=api_access_token&cursorId=x&concurrentConsumers=4&accountId=1").isSuccess()).isTrue();
        assertThat(validate("chatwoot:messages?acountId=1").getUnknown()).containsExactly("acountId");
        assertThat(validate("chatwoot:mesages").getInvalidEnum()).isEqualTo(Map.of("operation", "mesages"));
        assertThat(validate("chatwoot:messages?accountId=one").isSuccess()).isFalse();
    }

    private static EndpointValidationResult validate(String uri) throws Exception {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        try (var json = StartUpTest.class.getResourceAsStream("/META-INF/io/github/camelhelpdesk/chatwoot/chatwoot.json")) {
            catalog.addComponent("chatwoot", ChatwootComponent.class.getName(),
                    new String(json.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return catalog.validateEndpointProperties(uri);
    }

    private void start(String from, String to) throws Exception {
        started(route(from, to));
    }

    private static RouteBuilder route(String from, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        };
    }
}
