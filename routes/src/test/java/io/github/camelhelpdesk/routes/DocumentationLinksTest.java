package io.github.camelhelpdesk.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

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
