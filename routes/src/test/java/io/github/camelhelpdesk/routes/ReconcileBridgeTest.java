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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.sync.desk.Reconciling;
import io.github.camelhelpdesk.sync.reconcile.Finding;
import io.github.camelhelpdesk.sync.reconcile.Reconciliation;
import io.github.camelhelpdesk.testkit.judge.MessageJudge;
import io.github.camelhelpdesk.testkit.judge.TwoWayVerdict;

/** Reconciling with the real consumers and senders: what no poll could show is found, and passes the routes after all. */
class ReconcileBridgeTest {

    private static final String DROPPED = "message-0003";

    private final AtomicBoolean dropping = new AtomicBoolean();
    private final AtomicInteger leftOut = new AtomicInteger();

    @TempDir
    Path directory;
    private TwoDesks desks;

    @BeforeEach
    void start() throws Exception {
        desks = new TwoDesks(directory, "classpath:camel-template/*.yaml");
        desks.set("helpdesk-sync.settle-time", 100);
        desks.main.configure().addRoutesBuilder(new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration().interceptSendToEndpoint("helpdesk-sync:*").skipSendToOriginalEndpoint()
                        .onWhen(exchange -> dropping.get() && isToBeDropped(exchange))
                        .process(exchange -> leftOut.incrementAndGet());
            }
        });
        Map<String, String> everything = Map.of("startFrom", "beginning", "delay", "200");
        desks.main.configure().addRoutesBuilder(
                new LinkRoutes("support", "channelio", "chatwoot", Map.of("channelio", everything, "chatwoot", everything)));
        desks.main.start();
    }

    /** Copies are read back meanwhile, and pass. */
    private static boolean isToBeDropped(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof HelpdeskMessage message && DROPPED.equals(message.text());
    }

    @AfterEach
    void stop() {
        desks.close();
    }

    @Test
    @DisplayName("L14: a message that a route has dropped, and a deletion that moved no conversation, are found and repaired")
    void l14WhatIsMissingOrHasDivergedIsReadAgain() throws Exception {
        long conversation = desks.chatwoot.openConversation("Bo");
        desks.chatwoot.writeAsCustomer(conversation, "message-0001", minutesAgo(9));
        long deleted = desks.chatwoot.writeAsAgent(conversation, "message-0002", minutesAgo(8));
        awaitCopies(2);
        dropping.set(true);
        long dropped = desks.chatwoot.writeAsCustomer(conversation, DROPPED, minutesAgo(7));
        await().atMost(TwoDesks.PATIENCE).until(() -> leftOut.get() == 1);
        dropping.set(false);
        desks.chatwoot.writeAsCustomer(conversation, "message-0004", minutesAgo(6));
        awaitCopies(3);
        desks.chatwoot.deleteMessage(conversation, deleted);

        Reconciliation found = reconciled(false);
        assertThat(found.conversations()).singleElement().satisfies(it -> assertThat(it.findings()).isEqualTo(
                Map.of(Finding.missing, List.of("" + dropped), Finding.diverged, List.of("" + deleted))));
        Reconciliation repaired = reconciled(true);
        assertThat(repaired.repaired()).isEqualTo(2);
        awaitCopies(5);
        assertThat(reconciled(false).conversations()).isEmpty();
        TwoWayVerdict verdict = MessageJudge.both(desks.channelio.history(), desks.chatwoot.history()).acceptingNotes()
                .verdict();
        assertThat(verdict.back().lost()).isEmpty();
        assertThat(verdict.back().doubled()).isEmpty();
        assertThat(verdict.back().diverged()).isEmpty();
    }

    /** What is younger than a minute may be on its way, and is not missed yet. */
    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private void awaitCopies(int copies) {
        await().atMost(TwoDesks.PATIENCE).until(() -> desks.channelio.history().writtenByApi() == copies
                && desks.flows().stream().allMatch(flow -> flow.pending() == 0));
    }

    private Reconciliation reconciled(boolean repair) {
        Reconciling reconciling = desks.main.getCamelContext().getComponent("helpdesk-sync", HelpdeskSyncComponent.class).desk()
                .link("support").reconciling();
        reconciling.start(repair);
        await().atMost(TwoDesks.PATIENCE).until(() -> !"running".equals(reconciling.last().orElseThrow().state()));
        Reconciliation last = reconciling.last().orElseThrow();
        assertThat(last.state()).as(last.error()).isEqualTo("done");
        return last;
    }
}
