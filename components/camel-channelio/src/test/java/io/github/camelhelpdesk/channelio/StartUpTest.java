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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the set-up is refused at start-up, with a message that says what to change. */
class StartUpTest extends ChannelioTestBase {

    @Test
    void catalogTellsTheSharedHeadersAndTheDelay() throws Exception {
        try (var json = getClass().getResourceAsStream("/META-INF/io/github/camelhelpdesk/channelio/channelio.json")) {
            var catalog = io.github.camelhelpdesk.common.HelpdeskJson.mapper().readTree(json);
            assertThat(catalog.path("headers").fieldNames()).toIterable().contains("CamelChannelioMessageId",
                    "CamelHelpdeskMarker",
                    "CamelHelpdeskConversationId");
            assertThat(catalog.path("headers")).allSatisfy(
                    header -> assertThat(header.path("description").asText()).isNotBlank());
            assertThat(catalog.path("properties").path("delay").path("defaultValue").asText()).isEqualTo("5000");
        }
    }

    @Test
    void consumerOnAProducerOperationIsRefused() {
        startFails("channelio:sendMessage", "log:x").hasStackTraceContaining("channelio:sendMessage can only be used with to")
                .hasStackTraceContaining("channelio:messages");
    }

    @Test
    void producerOnTheConsumerOperationIsRefused() {
        startFails("direct:x", "channelio:messages")
                .hasStackTraceContaining("channelio:messages reads and can only be used with from")
                .hasStackTraceContaining("channelio:sendMessage");
    }

    @Test
    void unknownOperationIsRefusedWithTheKnownOnes() {
        startFails("channelio:message", "log:x").hasStackTraceContaining("'message'")
                .hasStackTraceContaining("messages, conversations, sendMessage");
    }

    @Test
    void unknownOptionIsRefused() {
        startFails("channelio:messages?userChat=1", "log:x").hasStackTraceContaining("userChat");
    }

    @ParameterizedTest
    @ValueSource(strings = { "accessKey", "secretKey" })
    void missingKeyIsNamedWithItsEndpoint(String option) {
        DefaultCamelContext context = context();
        ChannelioConfiguration configuration = component(context).getConfiguration();
        if (option.equals("accessKey")) {
            configuration.setAccessKey(null);
        } else {
            configuration.setSecretKey(" ");
        }
        startFails(context, "channelio:messages", "log:x")
                .hasStackTraceContaining("Option " + option + " of channelio:messages")
                .hasStackTraceContaining("API keys");
    }

    @ParameterizedTest
    @CsvSource({ "startFrom=yesterday,startFrom", "include=nobody,include", "concurrentConsumers=0,concurrentConsumers",
            "botName=a@b,botName", "botName=0123456789012345678901234567890,botName", "baseUrl=api.channel.io,baseUrl",
            "baseUrl=ftp://x,baseUrl", "baseUrl=http://user@host,baseUrl" })
    void badValueIsRefusedByName(String option, String name) {
        startFails("channelio:messages?" + option, "log:x").hasStackTraceContaining("Option " + name);
    }

    @Test
    void unreachableHostDoesNotStopTheRouteFromStarting() throws Exception {
        DefaultCamelContext context = context();
        component(context).getConfiguration().setBaseUrl("http://localhost:1");
        component(context).getConfiguration().setConnectTimeout(200);
        start(context, "", this::collect);
        assertThat(context.getRouteController().getRouteStatus("intake").isStarted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ChannelioOperation.class)
    void everyOperationIsInTheCatalog(ChannelioOperation operation) {
        assertThat(validate("channelio:" + operation).isSuccess()).isTrue();
    }

    @Test
    void catalogKnowsTheOptionsAndRefusesOthers() {
        EndpointValidationResult good = validate("channelio:messages?accessKey=a&secretKey=b&userChatId=c&include=customer"
                + "&startFrom=now&delay=5000&concurrentConsumers=4&cursorId=x&botName=Bot&baseUrl=http://localhost:1"
                + "&accountName=n&maxRetries=3&maxRetryDelay=10s&connectTimeout=1s&responseTimeout=1s&maxResponseSize=100"
                + "&maxConcurrentRequests=2&markupEscape=fullWidth&proxyHost=h&proxyPort=1");
        assertThat(good.isSuccess()).as(good.summaryErrorMessage(false)).isTrue();
        assertThat(validate("channelio:messages?token=x").getUnknown()).containsExactly("token");
        assertThat(validate("channelio:readMessages").getInvalidEnum()).containsKey("operation");
        assertThat(validate("channelio:messages?markupEscape=none").getInvalidEnum()).containsKey("markupEscape");
    }

    @Test
    void textsCannotBeSplitIntoCrumbs() {
        startFails("direct:in", "channelio:sendMessage?maxTextLength=99").hasStackTraceContaining("maxTextLength")
                .hasStackTraceContaining("100 or more");
    }

    private EndpointValidationResult validate(String uri) {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("channelio", ChannelioComponent.class.getName(), schema());
        return catalog.validateEndpointProperties(uri);
    }

    private static String schema() {
        try (InputStream in = ChannelioComponent.class
                .getResourceAsStream("/META-INF/io/github/camelhelpdesk/channelio/channelio.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> startFails(String from, String to) {
        return startFails(context(), from, to);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> startFails(DefaultCamelContext context, String from,
            String to) {
        return assertThatThrownBy(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(from).to(to);
                }
            });
            context.start();
        });
    }
}
