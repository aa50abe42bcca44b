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
package io.github.camelhelpdesk.routes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.routes.EndpointUri;
import io.github.camelhelpdesk.routes.Snippet;
import io.github.camelhelpdesk.routes.Snippets;
import io.github.camelhelpdesk.routes.contract.Providers;

/** Each YAML example of the docs, the README and the examples' folder does its work, against simulators. */
class ExamplesRunTest {

    static Stream<Snippet> examples() {
        return Snippets.all().stream().filter(snippet -> snippet.is("yaml"))
                .filter(snippet -> !snippet.file().startsWith("routes"));
    }

    /** Each operation of each provider. */
    static Stream<Arguments> operations() {
        return Providers.ALL.stream().flatMap(provider -> ComponentJson.of(provider.scheme()).operations().stream()
                .map(operation -> Arguments.of(provider.scheme(), operation)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleDoesItsWork(Snippet example, @TempDir Path directory) throws Exception {
        try (SimulatedDesks desks = new SimulatedDesks(directory)) {
            desks.run(example.text());

            assertThat(desks.outcomes.failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationHasAnExample(String scheme, String operation) {
        List<String> uris = examples().filter(example -> example.file().equals(Path.of("docs/" + scheme + ".md")))
                .flatMap(example -> EndpointUri.in(example).stream()).map(EndpointUri::uri).toList();

        assertThat(uris).anyMatch(uri -> uri.matches(scheme + ":" + operation + "(\\?.*)?"));
    }
}
