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

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.routes.contract.Provider;
import io.github.camelhelpdesk.routes.contract.Providers;

/** The tables of options, headers and operations are those of the components. */
class GeneratedTablesTest {

    /** A component and its page. */
    record Documented(String page, ComponentJson json) {

        GeneratedPage open() {
            return new GeneratedPage(page);
        }

        @Override
        public String toString() {
            return page;
        }
    }

    private static final Documented SYNC = new Documented("docs/sync.md", ComponentJson.of("helpdesk-sync"));

    static Stream<Documented> providers() {
        return Providers.ALL.stream().map(Provider::scheme)
                .map(scheme -> new Documented("docs/" + scheme + ".md", ComponentJson.of(scheme)));
    }

    static Stream<Documented> components() {
        return Stream.concat(providers(), Stream.of(SYNC));
    }

    @ParameterizedTest
    @MethodSource("components")
    void optionsAreThoseOfTheComponent(Documented component) throws IOException {
        component.open().check("options", new ComponentTables(component.json()).options());
    }

    @ParameterizedTest
    @MethodSource("components")
    void headersAreThoseOfTheComponent(Documented component) throws IOException {
        component.open().check("headers", new ComponentTables(component.json()).headers());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void operationsAreThoseOfTheComponent(Documented component) throws IOException {
        component.open().check("operations", new ComponentTables(component.json()).operations());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void eachOperationHasASection(Documented component) throws IOException {
        List<String> sections = component.open().text().lines().filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3)).toList();

        assertThat(sections).containsAll(component.json().operations());
    }

    @Test
    void blockIsReplacedAndTheRestStays() {
        String page = "a\n<!-- generated:x -->\nold $1\n<!-- /generated:x -->\nb\n<!-- generated:y -->\n<!-- /generated:y -->\n";

        assertThat(GeneratedBlocks.names(page)).containsExactly("x", "y");
        assertThat(GeneratedBlocks.content(page, "x")).isEqualTo("old $1\n");
        assertThat(GeneratedBlocks.replaced(page, "x", "new $2\n"))
                .isEqualTo(page.replace("old $1", "new $2"));
    }

    @Test
    void durationsAndTypesAreShownAsPeopleWriteThem() {
        ComponentOption delay = SYNC.json().endpointOptions().stream()
                .filter(option -> option.name().equals("maxRedeliveryDelay")).findFirst().orElseThrow();

        assertThat(delay.defaultValue()).isEqualTo("60s");
    }
}
