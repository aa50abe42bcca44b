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
package io.github.camelhelpdesk.common.consumer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;

/** What a consumer is started with: its options, its repository, and its claim to a cursor. */
class ConsumerStartTest extends ConsumerTestBase {

    @Test
    @DisplayName("L16: the same cursor twice in one process is refused")
    void l16SameCursorTwiceIsRefused() {
        DefaultCamelContext context = context();
        assertThatThrownBy(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("memory:messages?cursorId=same").to("log:a");
                    from("memory:messages?cursorId=same&delay=1000").to("log:b");
                }
            });
            context.start();
        }).hasStackTraceContaining("give one of them another cursorId");
    }

    @Test
    void aPlainStateRepositoryKeepsProgressToo(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("cursors");
        source.write("a", "1");
        DefaultCamelContext first = context();
        first.getRegistry().unbind("cursors");
        first.getRegistry().bind("file", FileStateRepository.fileStateRepository(file.toFile()));
        startRoute(first, SOON + BEGINNING, this::collect);
        awaitGot("1");
        first.stop();
        source.write("a", "2");
        DefaultCamelContext second = context();
        second.getRegistry().unbind("cursors");
        second.getRegistry().bind("file", FileStateRepository.fileStateRepository(file.toFile()));
        startRoute(second, SOON + BEGINNING, this::collect);
        awaitGot("1", "2");
    }

    @Test
    void withoutARepositoryProgressIsKeptInMemory() throws Exception {
        DefaultCamelContext context = context();
        context.getRegistry().unbind("cursors");
        startRoute(context, SOON, this::collect);
        source.write("a", "1");
        awaitGot("1");
    }

    @Test
    void severalRepositoriesAndNoneNamedIsRefused() {
        DefaultCamelContext context = context();
        context.getRegistry().bind("others", new MemoryCursorRepository());
        assertThatThrownBy(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("memory:messages").routeId("intake").to("log:a");
                }
            });
            context.start();
        }).hasStackTraceContaining("set its option cursorRepository");
    }

    @ParameterizedTest
    @ValueSource(strings = { "include=everyone", "startFrom=yesterday", "concurrentConsumers=0", "delay=0", "delay=-1" })
    void badOptionsAreRefusedAtStart(String option) {
        DefaultCamelContext context = context();
        assertThatThrownBy(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("memory:messages?" + option).routeId("intake").to("log:a");
                }
            });
            context.start();
        }).hasStackTraceContaining("Option " + option.substring(0, option.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = { "connectTimeout", "responseTimeout", "maxRetries", "maxRetryDelay", "maxResponseSize",
            "maxConcurrentRequests" })
    void optionsOfTheComponentThatAreOutOfRangeAreRefusedAtStart(String option) throws Exception {
        DefaultCamelContext context = context();
        MemoryComponent component = context.getComponent("memory", MemoryComponent.class);
        PropertyBindingSupport.build().bind(context, component.options(), option, "-1");
        assertThatThrownBy(() -> startRoute(context, SOON, this::collect))
                .hasStackTraceContaining("Option " + option + " of memory:messages is -1; use ");
    }

    @Test
    void aConsumerThatCannotStartLeavesNoClaimBehind() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        MemoryCursorRepository failing = new MemoryCursorRepository() {
            @Override
            public String getState(String key) {
                if (away.get()) {
                    throw new IllegalStateException("database is away");
                }
                return super.getState(key);
            }
        };
        DefaultCamelContext context = context();
        context.getRegistry().bind("failing", failing);
        context.start();
        String options = SOON + BEGINNING + "&cursorRepository=#failing";
        assertThatThrownBy(() -> startRoute(context, options, this::collect)).hasStackTraceContaining("database is away");
        context.getRouteController().stopRoute("intake");
        context.removeRoute("intake");
        away.set(false);
        source.write("a", "1");
        startRoute(context, options, this::collect);
        awaitGot("1");
    }
}
