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
package io.github.camelhelpdesk.acquire;

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
class StartUpTest extends AcquireTestBase {

    @Test
    void catalogTellsTheSharedHeadersAndTheDelay() throws Exception {
        try (var json = getClass().getResourceAsStream("/META-INF/io/github/camelhelpdesk/acquire/acquire.json")) {
            var catalog = io.github.camelhelpdesk.common.HelpdeskJson.mapper().readTree(json);
            assertThat(catalog.path("headers").fieldNames()).toIterable().contains("CamelAcquireMessageId",
                    "CamelHelpdeskMarker",
                    "CamelHelpdeskConversationId");
            assertThat(catalog.path("headers")).allSatisfy(
                    header -> assertThat(header.path("description").asText()).isNotBlank());
            assertThat(catalog.path("properties").path("delay").path("defaultValue").asText()).isEqualTo("5000");
        }
    }

    @Test
    void consumerOnAProducerOperationIsRefused() {
        startFails("acquire:sendMessage", "log:x").hasStackTraceContaining("acquire:sendMessage can only be used with to")
                .hasStackTraceContaining("acquire:messages");
    }

    @Test
    void producerOnTheConsumerOperationIsRefused() {
        startFails("direct:x", "acquire:messages").hasStackTraceContaining("acquire:messages reads")
                .hasStackTraceContaining("acquire:sendMessage");
    }

    @Test
    void unknownOperationIsRefusedWithTheKnownOnes() {
        startFails("acquire:message", "log:x").hasStackTraceContaining("'message'")
                .hasStackTraceContaining("messages, conversations, sendMessage");
    }

    @Test
    void unknownOptionIsRefused() {
        startFails("acquire:messages?thread=1", "log:x").hasStackTraceContaining("thread");
    }

    @ParameterizedTest
    @ValueSource(strings = { "account", "apiKey" })
    void missingOptionIsNamedWithItsEndpoint(String option) {
        DefaultCamelContext context = context();
        AcquireConfiguration configuration = component(context).getConfiguration();
        if (option.equals("account")) {
            configuration.setAccount(null);
        } else {
            configuration.setApiKey(" ");
        }
        startFails(context, "acquire:messages", "log:x").hasStackTraceContaining("Option " + option + " of acquire:messages");
    }

    @ParameterizedTest
    @CsvSource({ "startFrom=yesterday,startFrom", "include=nobody,include", "concurrentConsumers=0,concurrentConsumers",
            "account=acme.acquire.io,account", "baseUrl=acme.acquire.io,baseUrl", "baseUrl=ftp://x,baseUrl",
            "baseUrl=http://user@host,baseUrl", "pageSize=0,pageSize", "pageSize=1001,pageSize", "firstPage=2,firstPage",
            "userTypeParameter=,userTypeParameter" })
    void badValueIsRefusedByName(String option, String name) {
        startFails("acquire:messages?" + option, "log:x").hasStackTraceContaining("Option " + name);
    }

    @Test
    void accountTellsTheAddress() {
        AcquireConfiguration configuration = new AcquireConfiguration();
        configuration.setAccount("acme");
        assertThat(configuration.base()).isEqualTo("https://acme.acquire.io");
        assertThat(configuration.accountIdentity()).isEqualTo("acme");
        configuration.setBaseUrl("http://localhost:1/prefix//");
        configuration.setAccountName("other");
        assertThat(configuration.base()).isEqualTo("http://localhost:1/prefix");
        assertThat(configuration.accountIdentity()).isEqualTo("other");
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
    @EnumSource(AcquireOperation.class)
    void everyOperationIsInTheCatalog(AcquireOperation operation) {
        assertThat(validate("acquire:" + operation).isSuccess()).isTrue();
    }

    @Test
    void catalogKnowsTheOptionsAndRefusesOthers() {
        EndpointValidationResult good = validate("acquire:messages?account=a&apiKey=b&threadId=1&contactId=2&include=customer"
                + "&startFrom=now&delay=5000&concurrentConsumers=4&cursorId=x&baseUrl=http://localhost:1&accountName=n"
                + "&messageSource=caseMessage&paging=offset&firstPage=1&pageSize=50&caseOrder=x&caseFilter=y"
                + "&userTypeParameter=-x-user-type&maxRetries=3&maxRetryDelay=10s&wakeUpPath=/w&webhookVerifyToken=t");
        assertThat(good.isSuccess()).as(good.summaryErrorMessage(false)).isTrue();
        assertThat(validate("acquire:messages?token=x").getUnknown()).containsExactly("token");
        assertThat(validate("acquire:readMessages").getInvalidEnum()).containsKey("operation");
        assertThat(validate("acquire:messages?messageSource=none").getInvalidEnum()).containsKey("messageSource");
    }

    private EndpointValidationResult validate(String uri) {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("acquire", AcquireComponent.class.getName(), schema());
        return catalog.validateEndpointProperties(uri);
    }

    private static String schema() {
        try (InputStream in = AcquireComponent.class
                .getResourceAsStream("/META-INF/io/github/camelhelpdesk/acquire/acquire.json")) {
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
