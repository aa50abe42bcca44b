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
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.chatwoot.ChatwootComponent;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.sync.view.LinkStatus;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootFile;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** A file on its way from one Chatwoot account to another, with the ledger in between. */
class AttachmentBridgeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, Object> LINK = Map.of("link", "files", "source", "chatwootEu", "target", "chatwootUs");

    @TempDir
    Path directory;
    private final ChatwootSimulator eu = ChatwootSimulator.start();
    private final ChatwootSimulator us = ChatwootSimulator.start();
    private final Main main = new Main();
    private final AtomicInteger fresh = new AtomicInteger();

    @BeforeEach
    void configure() {
        main.addOverrideProperty("camel.main.routes-include-pattern", "classpath:camel-template/*.yaml");
        main.addOverrideProperty("camel.component.helpdesk-sync.ledger-file", directory.resolve("ledger.db").toString());
        main.bind("chatwootEu", chatwoot(eu));
        main.bind("chatwootUs", chatwoot(us));
    }

    private static ChatwootComponent chatwoot(ChatwootSimulator simulator) {
        ChatwootComponent component = new ChatwootComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setAccountId(simulator.accountId());
        component.getConfiguration().setAccessToken(simulator.accessToken());
        component.getConfiguration().setAllowPrivateAttachmentHosts(true);
        return component;
    }

    @AfterEach
    void stop() {
        main.stop();
        eu.close();
        us.close();
    }

    @Test
    @DisplayName("E9: a link that expired between intake and delivery is asked for again at the side that has the file")
    void e9LinkThatExpiredInTheLedgerIsAskedForAgain() throws Exception {
        long conversation = eu.openConversation("Kim");
        main.start();
        main.getCamelContext().addRouteFromTemplate("intake", "helpdesk-intake",
                Map.of("link", "files", "source", "chatwootEu", "target", "chatwootUs", "startFrom", "beginning", "delay",
                        "50"));
        eu.writeAsCustomer(conversation, "see", new ChatwootFile("a.pdf", "application/pdf", "%PDF".getBytes(
                StandardCharsets.UTF_8)));
        await().atMost(PATIENCE).until(() -> received() == 1);
        expireLinks();

        main.getCamelContext().addRouteFromTemplate("delivery", "helpdesk-delivery", LINK);

        await().atMost(PATIENCE).until(() -> !copies().isEmpty());
        assertThat(copies()).singleElement().satisfies(copy -> {
            assertThat(copy.content()).isEqualTo("see");
            assertThat(copy.attachments()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("a.pdf");
                assertThat(file.size()).isEqualTo(4);
            });
        });
        assertThat(fresh).hasValue(1);
    }

    /** From now on the file is given only to whoever has asked for the message since. */
    private void expireLinks() {
        eu.faults().on("GET", ".*/messages").when(call -> call.query("before") != null).then(execution -> {
            fresh.incrementAndGet();
            return execution.process();
        });
        eu.faults().on("GET", ".*/blobs/redirect/.*").when(call -> fresh.get() == 0).then(Fault.status(403));
    }

    private long received() {
        List<LinkStatus> links = main.getCamelContext().getComponent("helpdesk-sync", HelpdeskSyncComponent.class).ledgerView()
                .links();
        return links.stream().flatMap(link -> link.flows().stream()).mapToLong(flow -> flow.received()).sum();
    }

    private List<ChatwootMessage> copies() {
        return us.conversations().stream().flatMap(each -> us.messages(each.id()).stream()).toList();
    }
}
