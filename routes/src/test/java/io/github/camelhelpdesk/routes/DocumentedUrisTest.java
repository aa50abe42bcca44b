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
package io.github.camelhelpdesk.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.routes.EndpointUri.Role;

/** Every endpoint URI and component option in docs, routes, examples and the README is one that Camel's catalog accepts. */
class DocumentedUrisTest {

    private static final UriValidator VALIDATOR = new UriValidator();

    static Stream<EndpointUri> documentedUris() {
        return Snippets.all().stream().flatMap(snippet -> EndpointUri.in(snippet).stream());
    }

    static Stream<Snippet> documentedProperties() {
        return Snippets.all().stream().filter(snippet -> snippet.is("properties"));
    }

    @ParameterizedTest
    @MethodSource("documentedUris")
    void uriIsValid(EndpointUri uri) {
        assertThat(VALIDATOR.problems(uri)).as(uri.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documentedProperties")
    void componentOptionsAreValid(Snippet snippet) {
        assertThat(PropertiesUris.properties(snippet)).allSatisfy(
                (key, value) -> assertThat(VALIDATOR.problems(key.toString(), value.toString())).isEmpty());
    }

    @Test
    void templatesExamplesAndReadmeAreAmongWhatIsChecked() {
        assertThat(documentedUris().map(uri -> uri.snippet().file().toString()))
                .contains("routes/src/main/resources/camel-template/helpdesk-intake.yaml",
                        "routes/src/main/resources/camel-template/helpdesk-delivery.yaml");
        assertThat(documentedProperties().map(snippet -> snippet.file().toString()))
                .contains("examples/one-way-bridge/application.properties", "README.md");
    }

    @ParameterizedTest
    @ValueSource(strings = { "chatwoot:messages?startForm=now", "chatwoot:sendMesage", "chatwoot:messages?delay=soon",
            "chatwot:messages", "helpdesk-sync:support?source=chatwoot", "webhook:chatwoot:messages?startForm=now",
            "webhook:channelio:mesages?webhookPath=/hook", "webhook:channelio:messages?webhookAutoRegister=perhaps" })
    void mistakesAreFound(String uri) {
        assertThat(VALIDATOR.problems(new EndpointUri(uri, Role.UNKNOWN, snippet("inline", uri)))).isNotEmpty();
    }

    @Test
    void consumerOptionOnAProducerIsFound() {
        String uri = "chatwoot:sendMessage?startFrom=now";

        assertThat(VALIDATOR.problems(new EndpointUri(uri, Role.PRODUCER, snippet("inline", uri)))).isNotEmpty();
    }

    @Test
    void unknownComponentOptionIsFound() {
        assertThat(VALIDATOR.problems("camel.component.chatwoot.acountId", "1")).isNotEmpty();
    }

    @Test
    void urisAreFoundInYaml() {
        Snippet yaml = snippet("yaml", """
                - route:
                    from:
                      uri: chatwoot:messages
                      parameters: {startFrom: now, include: "customer,agent"}
                      steps:
                        - choice:
                            when:
                              - simple: "${body} == null"
                                steps:
                                  - to: log:a
                        - toD: {uri: "channelio:sendMessage"}
                """);

        assertThat(EndpointUri.in(yaml)).extracting(EndpointUri::uri, EndpointUri::role).containsExactlyInAnyOrder(
                tuple("chatwoot:messages?startFrom=now&include=customer,agent", Role.CONSUMER),
                tuple("log:a", Role.PRODUCER),
                tuple("channelio:sendMessage", Role.PRODUCER));
    }

    @Test
    void urisAreFoundInJava() {
        Snippet java = snippet("java", """
                from("chatwoot:messages?startFrom=now"
                        + "&include=customer").to("log:a");
                template.requestBody("chatwoot:getProfile", "no:uri");
                """);

        assertThat(EndpointUri.in(java)).extracting(EndpointUri::uri)
                .containsExactly("chatwoot:messages?startFrom=now&include=customer", "log:a", "chatwoot:getProfile");
    }

    @Test
    void snippetsAreFoundInMarkdown() {
        List<Snippet> snippets = Snippets.inMarkdown(Path.of("page.md"), """
                Use `chatwoot:messages` as in
                ```yaml
                - from: timer:a
                ```
                """);

        assertThat(snippets).containsExactly(new Snippet(Path.of("page.md"), 1, "inline", "chatwoot:messages"),
                new Snippet(Path.of("page.md"), 3, "yaml", "- from: timer:a\n"));
    }

    private static Snippet snippet(String language, String text) {
        return new Snippet(Path.of("page.md"), 1, language, text);
    }
}
