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
package io.github.camelhelpdesk.routes.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;

import org.apache.camel.CatalogCamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** Each provider refuses at start-up what is wrong with a route, and says what to change. */
class StartUpContractTest {

    static Stream<Provider> providers() {
        return Providers.ALL.stream();
    }

    static Stream<Arguments> badValues() {
        return forEachProvider("startFrom=yesterday", "include=nobody", "concurrentConsumers=0", "delay=0", "maxRetries=-1");
    }

    static Stream<Arguments> badAddresses() {
        return forEachProvider("help.example.com", "ftp://help.example.com", "https://user:pw@help.example.com",
                "https://help.example.com?x=1");
    }

    private static Stream<Arguments> forEachProvider(String... values) {
        return providers().flatMap(provider -> Stream.of(values).map(value -> Arguments.of(provider, value)));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void consumerOnAProducerOperationIsRefused(Provider provider) {
        String scheme = provider.scheme();
        startFails(provider, scheme + ":listMessages", "log:x").rootCause().hasMessageContainingAll(
                scheme + ":listMessages can only be used with to", scheme + ":messages", scheme + ":conversations");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void producerOnAConsumerOperationIsRefused(Provider provider) {
        for (String operation : new String[] { "messages", "conversations" }) {
            startFails(provider, "direct:x", provider.scheme() + ":" + operation).rootCause().hasMessageContainingAll(
                    provider.scheme() + ":" + operation + " reads and can only be used with from",
                    provider.sends() ? provider.scheme() + ":sendMessage" : "read-only");
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void unknownOperationIsRefusedWithTheKnownOnes(Provider provider) {
        startFails(provider, provider.scheme() + ":mesages", "log:x").rootCause().hasMessageContainingAll(
                provider.scheme() + " has no operation 'mesages'", "messages, conversations", "listMessages");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void unknownOptionIsRefused(Provider provider) {
        startFails(provider, provider.scheme() + ":messages?curser=1", "log:x").rootCause().hasMessageContaining("curser");
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void badValueIsRefusedByName(Provider provider, String option) {
        startFails(provider, provider.scheme() + ":messages?" + option, "log:x")
                .hasStackTraceContaining("Option " + option.substring(0, option.indexOf('=')));
    }

    @ParameterizedTest
    @MethodSource("badAddresses")
    void addressThatIsNoneIsRefusedWithoutBeingQuoted(Provider provider, String address) {
        startFails(provider, provider.scheme() + ":messages?baseUrl=RAW(" + address + ")", "log:x").rootCause()
                .hasMessageContaining("Option baseUrl of " + provider.scheme() + ":messages").hasMessageNotContaining("pw");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void unreachableHostDoesNotStopTheRouteFromStarting(Provider provider) throws Exception {
        try (ContractDesk desk = provider.desk();
                DefaultCamelContext context = started(provider, desk,
                        provider.scheme() + ":messages?baseUrl=http://localhost:1&connectTimeout=200", "log:x")) {
            assertThat(context.getRouteController().getRouteStatus("intake").isStarted()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void catalogTellsOperationsHeadersAndTheDelay(Provider provider) throws Exception {
        try (ContractDesk desk = provider.desk();
                DefaultCamelContext context = started(provider, desk, provider.scheme() + ":messages", "log:x")) {
            ComponentModel model = JsonMapper.generateComponentModel(schema(context, provider));
            Enum<?> operation = (Enum<?>) ((HelpdeskEndpoint) context.getRoute("intake").getEndpoint()).getOperation();
            assertThat(option(model, "operation").getEnums())
                    .containsExactlyElementsOf(
                            Stream.of(operation.getDeclaringClass().getEnumConstants()).map(Enum::name).toList());
            assertThat(model.getEndpointHeaders()).extracting(BaseOptionModel::getName)
                    .contains("CamelHelpdeskAccount", "CamelHelpdeskConversationId");
            assertThat(model.getEndpointHeaders())
                    .allSatisfy(header -> assertThat(header.getDescription()).as(header.getName()).isNotBlank());
            assertThat(option(model, "delay").getDefaultValue()).hasToString("5000");
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void catalogKnowsTheSharedOptionsAndRefusesOthers(Provider provider) throws Exception {
        EndpointValidationResult good = validate(provider, "messages?include=customer&startFrom=now&delay=5000"
                + "&concurrentConsumers=4&cursorId=x&includeUpdates=true&wakeUpPath=/w&webhookVerifyToken=t"
                + "&baseUrl=http://localhost:1&accountName=n&maxRetries=3&maxRetryDelay=10s&connectTimeout=1s"
                + "&responseTimeout=1s&maxResponseSize=100&maxConcurrentRequests=2&proxyHost=h&proxyPort=1");
        assertThat(good.isSuccess()).as(good.summaryErrorMessage(false)).isTrue();
        assertThat(validate(provider, "messages?curser=1").getUnknown()).containsExactly("curser");
        assertThat(validate(provider, "mesages").getInvalidEnum()).containsEntry("operation", "mesages");
    }

    private static BaseOptionModel option(ComponentModel model, String name) {
        return model.getEndpointOptions().stream().filter(option -> option.getName().equals(name)).findFirst().orElseThrow();
    }

    private static EndpointValidationResult validate(Provider provider, String path) throws IOException {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            DefaultCamelCatalog catalog = new DefaultCamelCatalog();
            catalog.addComponent(provider.scheme(), "known by its JSON", schema(context, provider));
            return catalog.validateEndpointProperties(provider.scheme() + ":" + path);
        }
    }

    private static String schema(DefaultCamelContext context, Provider provider) throws IOException {
        return ((CatalogCamelContext) context).getComponentParameterJsonSchema(provider.scheme());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> startFails(Provider provider, String from, String to) {
        return assertThatThrownBy(() -> {
            try (ContractDesk desk = provider.desk()) {
                started(provider, desk, from, to).close();
            }
        });
    }

    private static DefaultCamelContext started(Provider provider, ContractDesk desk, String from, String to) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        try {
            context.addComponent(provider.scheme(), provider.component(desk.simulator()));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(from).routeId("intake").to(to);
                }
            });
            context.start();
            return context;
        } catch (Exception e) {
            context.close();
            throw e;
        }
    }
}
