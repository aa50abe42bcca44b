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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;

import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.sync.view.FlowStatus;
import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.HistoryEntry;

/** The published templates between two providers, with everything crossing that may. */
final class OneWayBridge implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Provider source;
    private final Provider target;
    private final HelpdeskSimulator to;

    OneWayBridge(Provider source, HelpdeskSimulator from, Provider target, HelpdeskSimulator to, Path directory) {
        this.source = source;
        this.target = target;
        this.to = to;
        context.addComponent(source.scheme(), source.component(from));
        context.addComponent(target.scheme(), target.component(to));
        sync().getConfiguration().setLedgerFile(directory.resolve("ledger.db").toString());
        context.getShutdownStrategy().setTimeout(5);
    }

    private HelpdeskSyncComponent sync() {
        return context.getComponent("helpdesk-sync", HelpdeskSyncComponent.class);
    }

    void start() throws Exception {
        RoutesLoader loader = PluginHelper.getRoutesLoader(context);
        for (String template : List.of("helpdesk-intake", "helpdesk-delivery", "helpdesk-status")) {
            loader.loadRoutes(ResourceHelper.resolveResource(context, "classpath:camel-template/" + template + ".yaml"));
        }
        Map<String, Object> link = Map.of("link", "survives", "source", source.scheme(), "target", target.scheme());
        context.addRouteFromTemplate("delivery", "helpdesk-delivery", link);
        Map<String, Object> intake = new HashMap<>(link);
        intake.putAll(Map.of("startFrom", "beginning", "include",
                "customer,agent,bot,system,private", "delay", "100"));
        context.addRouteFromTemplate("intake", "helpdesk-intake", intake);
        if (source.showsClosing()) {
            Map<String, Object> status = new HashMap<>(link);
            status.putAll(Map.of("startFrom", "beginning", "delay", "100"));
            context.addRouteFromTemplate("status", "helpdesk-status", status);
        }
        context.start();
    }

    /** Waits until these texts have arrived at the target, and all that was taken in has been dealt with. */
    void await(Collection<String> texts) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> arrived = to.history().entries().stream().map(HistoryEntry::text).filter(Objects::nonNull).toList();
            assertThat(texts).allMatch(text -> arrived.stream().anyMatch(copy -> copy.contains(text)));
            List<FlowStatus> flows = sync().ledgerView().links().stream().flatMap(link -> link.flows().stream()).toList();
            assertThat(flows).allSatisfy(flow -> {
                assertThat(flow.parked()).isZero();
                assertThat(flow.pending()).isZero();
            });
        });
    }

    /** The messages of a conversation at the source, as its component reads them. */
    List<HelpdeskMessage> written(String conversation) {
        return ((HelpdeskSide) context.getComponent(source.scheme())).messages(conversation);
    }

    /** The messages of a conversation at the target, as its component reads them. */
    List<HelpdeskMessage> readBack(String conversation) {
        return ((HelpdeskSide) context.getComponent(target.scheme())).messages(conversation);
    }

    @Override
    public void close() {
        context.stop();
    }
}
