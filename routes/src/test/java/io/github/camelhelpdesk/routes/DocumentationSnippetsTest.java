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
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the docs show works as it stands: YAML is read by Camel, Java compiles, the README's bridge is the example's. */
class DocumentationSnippetsTest {

    private static final List<String> TEMPLATES = List.of("helpdesk-intake.yaml", "helpdesk-delivery.yaml",
            "helpdesk-import.yaml", "helpdesk-status.yaml");
    private static final String IMPORTS = """
            import java.time.*;
            import java.util.*;
            import java.util.stream.*;
            import io.github.camelhelpdesk.common.*;
            import io.github.camelhelpdesk.common.model.*;
            import io.github.camelhelpdesk.sync.*;
            import io.github.camelhelpdesk.sync.desk.*;
            import io.github.camelhelpdesk.testkit.*;
            import io.github.camelhelpdesk.testkit.channelio.*;
            import io.github.camelhelpdesk.testkit.chatwoot.*;
            import io.github.camelhelpdesk.testkit.contract.*;
            import io.github.camelhelpdesk.testkit.fault.*;
            import io.github.camelhelpdesk.testkit.judge.*;
            import io.github.camelhelpdesk.testkit.junit.*;
            import org.apache.camel.*;
            import org.apache.camel.builder.RouteBuilder;
            import org.junit.jupiter.api.*;
            import static org.assertj.core.api.Assertions.*;
            import static org.awaitility.Awaitility.*;
            """;
    /** What snippets of a few lines may take for granted. */
    private static final String FRAME = """
            class Documented extends RouteBuilder {
                ProducerTemplate template;
                CamelContext context;
                HelpdeskSimulator simulator;
                ChatwootSimulator chatwoot;
                ChannelioSimulator channelio;
                HelpdeskMessage message;
                @Override
                public void configure() throws Exception {
                    %s
                }
            }
            """;

    static Stream<Snippet> yaml() {
        return Snippets.all().stream().filter(snippet -> snippet.is("yaml"));
    }

    static Stream<Snippet> java() {
        return Snippets.all().stream().filter(snippet -> snippet.is("java"));
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void yamlIsReadByCamel(Snippet snippet) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            RoutesLoader loader = PluginHelper.getRoutesLoader(context);
            for (String template : TEMPLATES) {
                loader.loadRoutes(ResourceHelper.resolveResource(context, "classpath:camel-template/" + template));
            }

            assertThatCode(() -> loader.loadRoutes(ResourceHelper.fromString("documented.yaml", snippet.text())))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void javaCompiles(Snippet snippet, @TempDir Path classes) throws IOException {
        String text = snippet.text();
        String source = text.contains("import ") ? text
                : IMPORTS + (text.contains("class ") ? text : FRAME.formatted(text));
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

        compiler.getTask(null, null, problems, List.of("-d", classes.toString(), "-proc:none"), null,
                List.of(new Source(source))).call();

        assertThat(problems.getDiagnostics()).as(source).extracting(problem -> problem.getMessage(Locale.ROOT)).isEmpty();
    }

    @Test
    void readmeShowsTheExampleBridgeAsItIs() throws IOException {
        String bridge = Files.readString(Snippets.ROOT.resolve("examples/two-way-bridge/bridge.yaml"));

        assertThat(Files.readString(Snippets.ROOT.resolve("README.md"))).contains("```yaml\n" + bridge + "```");
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Documented.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
