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
package io.github.camelhelpdesk.signalzen;

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
class StartUpTest extends SignalzenTestBase {

    @Test
    void catalogTellsTheSharedHeadersAndTheDelay() throws Exception {
        try (var json = getClass().getResourceAsStream("/META-INF/io/github/camelhelpdesk/signalzen/signalzen.json")) {
            var catalog = io.github.camelhelpdesk.common.HelpdeskJson.mapper().readTree(json);
            assertThat(catalog.path("headers").fieldNames()).toIterable().contains("CamelSignalzenMessageId",
                    "CamelHelpdeskAccount",
                    "CamelHelpdeskConversationId");
            assertThat(catalog.path("headers")).allSatisfy(
                    header -> assertThat(header.path("description").asText()).isNotBlank());
            assertThat(catalog.path("properties").path("delay").path("defaultValue").asText()).isEqualTo("5000");
        }
    }

    @Test
    void consumerOnAProducerOperationIsRefused() {
        startFails("signalzen:listUsers", "log:x").hasStackTraceContaining("signalzen:listUsers can only be used with to")
                .hasStackTraceContaining("signalzen:messages");
    }

    @Test
    void producerOnTheConsumerOperationIsRefused() {
        startFails("direct:x", "signalzen:messages").hasStackTraceContaining("signalzen:messages reads")
                .hasStackTraceContaining("read-only");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sendMessage", "createUser", "updateMessage", "deleteMessage", "closeUser" })
    void writingIsRefusedWithTheReason(String operation) {
        startFails("direct:x", "signalzen:" + operation).hasStackTraceContaining("'" + operation + "'")
                .hasStackTraceContaining("SignalZen's API is read-only");
    }

    @Test
    void unknownOperationIsRefusedWithTheKnownOnes() {
        startFails("signalzen:message", "log:x").hasStackTraceContaining("'message'")
                .hasStackTraceContaining("messages, conversations, listMessages");
    }

    @Test
    void unknownOptionIsRefused() {
        startFails("signalzen:messages?user=1", "log:x").hasStackTraceContaining("user");
    }

    @ParameterizedTest
    @CsvSource({ "apiKey,page Integration", "accountName,lasting name" })
    void whatIsMissingIsNamedWithItsEndpoint(String option, String advice) {
        DefaultCamelContext context = context();
        SignalzenConfiguration configuration = component(context).getConfiguration();
        if (option.equals("apiKey")) {
            configuration.setApiKey(" ");
        } else {
            configuration.setAccountName(null);
        }
        startFails(context, "signalzen:messages", "log:x")
                .hasStackTraceContaining("Option " + option + " of signalzen:messages").hasStackTraceContaining(advice);
    }

    @ParameterizedTest
    @CsvSource({ "startFrom=yesterday,startFrom", "include=nobody,include", "concurrentConsumers=0,concurrentConsumers",
            "pageOverlap=0,pageOverlap", "pageOverlap=51,pageOverlap", "fullSweepInterval=-1,fullSweepInterval",
            "userId=x,userId", "baseUrl=api.signalzen.com,baseUrl", "baseUrl=ftp://x,baseUrl",
            "baseUrl=http://user@host,baseUrl" })
    void badValueIsRefusedByName(String option, String name) {
        startFails("signalzen:messages?" + option, "log:x").hasStackTraceContaining("Option " + name);
    }

    @Test
    void unreachableHostDoesNotStopTheRouteFromStarting() throws Exception {
        DefaultCamelContext context = start("&baseUrl=http://localhost:1&connectTimeout=200", this::collect);
        assertThat(context.getRouteController().getRouteStatus("intake").isStarted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SignalzenOperation.class)
    void everyOperationIsInTheCatalog(SignalzenOperation operation) {
        assertThat(validate("signalzen:" + operation).isSuccess()).isTrue();
    }

    @Test
    void catalogKnowsTheOptionsAndRefusesOthers() {
        EndpointValidationResult good = validate("signalzen:messages?apiKey=a&userId=7&include=customer&startFrom=now"
                + "&delay=5000&concurrentConsumers=4&cursorId=x&pageOverlap=3&fullSweepInterval=1h&baseUrl=http://localhost:1"
                + "&accountName=n&maxRetries=3&maxRetryDelay=10s&connectTimeout=1s&responseTimeout=1s&maxResponseSize=100"
                + "&maxConcurrentRequests=2&proxyHost=h&proxyPort=1");
        assertThat(good.isSuccess()).as(good.summaryErrorMessage(false)).isTrue();
        assertThat(validate("signalzen:messages?token=x").getUnknown()).containsExactly("token");
        assertThat(validate("signalzen:sendMessage").getInvalidEnum()).containsKey("operation");
    }

    private EndpointValidationResult validate(String uri) {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("signalzen", SignalzenComponent.class.getName(), schema());
        return catalog.validateEndpointProperties(uri);
    }

    private static String schema() {
        try (InputStream in = SignalzenComponent.class
                .getResourceAsStream("/META-INF/io/github/camelhelpdesk/signalzen/signalzen.json")) {
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
