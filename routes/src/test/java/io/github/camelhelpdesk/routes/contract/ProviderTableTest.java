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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.routes.docs.GeneratedPage;
import io.github.camelhelpdesk.routes.docs.MarkdownTable;

/**
 * The README's table of providers says what the tests of this very run have proved. Its class runs behind all others
 * (junit-platform.properties). Rows of which the tests did not all run are left alone, which a whole run does not allow.
 */
@Order(Integer.MAX_VALUE)
class ProviderTableTest {

    private static final String BLOCK = "providers";

    @Test
    void tableSaysWhatWasProved() throws IOException {
        GeneratedPage readme = new GeneratedPage("README.md");
        List<Claim> open = Stream.of(Claim.values()).filter(claim -> cells(claim).isEmpty()).toList();
        if (isWholeRun()) {
            assertThat(open).as("rows of the README's table without a proof for each provider").isEmpty();
        }
        assumeTrue(open.size() < Claim.values().length, "nothing was proved in this run");

        MarkdownTable table = new MarkdownTable(Stream.concat(Stream.of(""), Providers.ALL.stream()
                .map(provider -> "[" + provider.title() + "](docs/" + provider.scheme() + ".md)")).toList());
        String page = readme.text();
        for (Claim claim : Claim.values()) {
            cells(claim).or(() -> published(page, claim)).ifPresent(table::row);
        }
        readme.check(BLOCK, "\n" + table + "\n");
    }

    /** A whole row, when there is a proof for each provider. */
    private static Optional<List<String>> cells(Claim claim) {
        List<String> cells = new ArrayList<>(List.of(claim.title()));
        Providers.ALL.forEach(provider -> Proofs.cell(provider, claim).ifPresent(cells::add));
        return cells.size() == Providers.ALL.size() + 1 ? Optional.of(cells) : Optional.empty();
    }

    private static Optional<List<String>> published(String page, Claim claim) {
        return page.lines().filter(line -> line.startsWith("| " + claim.title() + " |")).findFirst()
                .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList());
    }

    /** Surefire names the base directory, and the tests when somebody chose some. */
    private static boolean isWholeRun() {
        return System.getProperty("basedir") != null && System.getProperty("test") == null;
    }
}
