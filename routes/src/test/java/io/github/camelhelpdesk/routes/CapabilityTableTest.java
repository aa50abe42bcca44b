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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.camelhelpdesk.acquire.AcquireComponent;
import io.github.camelhelpdesk.channelio.ChannelioComponent;
import io.github.camelhelpdesk.chatwoot.ChatwootComponent;
import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.SideCapability;

/** The table of docs/sync.md says of each side what its component says. */
class CapabilityTableTest {

    private static final int EDIT = 4;
    private static final int DELETE = 5;
    private static final int REPLY = 6;
    private static final int STATUS = 7;

    static Stream<HelpdeskSide> sides() {
        return Stream.of(new ChatwootComponent(), new ChannelioComponent(), new AcquireComponent())
                .peek(component -> component.setCamelContext(new DefaultCamelContext())).peek(ServiceHelper::buildService)
                .map(HelpdeskSide.class::cast);
    }

    @ParameterizedTest
    @MethodSource("sides")
    @DisplayName("E6: the published table says what the target can do, and names the policy where it cannot")
    void e6TableSaysWhatTheTargetCanDo(HelpdeskSide side) throws IOException {
        Set<SideCapability> can = side.capabilities();
        List<String> row = row(side.provider());

        assertThat(row.get(EDIT)).startsWith(can.contains(SideCapability.EDIT) ? "yes" : "no: `onEdit`");
        assertThat(row.get(DELETE)).startsWith(can.contains(SideCapability.DELETE) ? "yes" : "no: `onDelete`");
        assertThat(row.get(REPLY)).startsWith(can.contains(SideCapability.REPLY) ? "yes" : "no: left out");
        assertThat(row.get(STATUS)).startsWith(can.contains(SideCapability.STATUS) ? "yes" : "no: reported");
    }

    @Test
    @DisplayName("E6: no side is missing in the published table")
    void e6TableHasEachSideOnce() throws IOException {
        assertThat(rows()).extracting(row -> row.get(1)).containsExactlyInAnyOrderElementsOf(
                sides().map(side -> "[`" + side.provider() + "`](" + side.provider() + ".md)").toList());
    }

    private static List<String> row(String provider) throws IOException {
        return rows().stream().filter(row -> row.get(1).contains("`" + provider + "`")).findFirst().orElseThrow();
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Snippets.ROOT.resolve("docs/sync.md")).stream().filter(line -> line.startsWith("| [`"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::trim).toList()).toList();
    }
}
