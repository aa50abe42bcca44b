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

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.routes.docs.GeneratedPage;

/** docs/what-survives.md says of each pair of providers what has arrived in this test. */
class WhatSurvivesTest {

    private static final GeneratedPage PAGE = new GeneratedPage("docs/what-survives.md");
    private static final Map<Provider, List<Crossing>> CROSSINGS = new LinkedHashMap<>();

    @BeforeAll
    static void carryEverything(@TempDir Path directory) throws Exception {
        for (Provider target : targets().toList()) {
            List<Crossing> crossings = new ArrayList<>();
            for (Provider source : others(target)) {
                try (CrossingRun run = new CrossingRun(source, target, directory.resolve(source + "-" + target))) {
                    crossings.add(run.run());
                }
            }
            CROSSINGS.put(target, crossings);
        }
    }

    static Stream<Provider> targets() {
        return Providers.ALL.stream().filter(Provider::sends);
    }

    static Stream<Provider> refusedTargets() {
        return Providers.ALL.stream().filter(target -> !target.sends());
    }

    private static List<Provider> others(Provider target) {
        return Providers.ALL.stream().filter(source -> source != target).toList();
    }

    @Test
    void tableSaysWhoSeesWhat() throws IOException {
        PAGE.check("who-sees-what", "\n" + new AudienceTable(CROSSINGS) + "\n");
    }

    @ParameterizedTest(name = "to {0}")
    @MethodSource("targets")
    void tableSaysWhatArrivesOfEachField(Provider target) throws IOException {
        PAGE.check("fields-to-" + target.scheme(), "\n" + new FieldTable(CROSSINGS.get(target)) + "\n");
    }

    @ParameterizedTest(name = "to {0}")
    @MethodSource("targets")
    void tableSaysWhatArrivesOfEachKind(Provider target) throws IOException {
        PAGE.check("kinds-to-" + target.scheme(), "\n" + new KindTable(CROSSINGS.get(target)) + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedTargets")
    void readOnlyTargetIsRefusedAtStartUp(Provider target, @TempDir Path directory) throws IOException {
        for (Provider source : others(target)) {
            try (CrossingRun run = new CrossingRun(source, target, directory)) {
                assertThatThrownBy(run::start).hasStackTraceContaining("read-only");
            }
        }
        PAGE.check("to-" + target.scheme(), "\nRefused at start-up, whatever the source: the API of " + target.title()
                + " only reads.\n\n");
    }
}
