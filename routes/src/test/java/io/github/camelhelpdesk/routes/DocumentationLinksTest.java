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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link from one page to another leads somewhere. */
class DocumentationLinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
    private static final List<String> PLACES = List.of("README.md", "CONTRIBUTING.md", "docs", "examples");

    static Stream<Path> pages() throws IOException {
        Stream.Builder<Path> pages = Stream.builder();
        for (String place : PLACES) {
            try (Stream<Path> files = Files.walk(Snippets.ROOT.resolve(place))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages.build();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFiles(Path page) throws IOException {
        List<String> links = LINK.matcher(Files.readString(page)).results().map((MatchResult link) -> link.group(1))
                .filter(link -> !link.contains("://")).toList();

        assertThat(links).allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }
}
