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
package io.github.camelhelpdesk.sync.fake;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;

/** Several fake desks and the links between them in one application; what is read when is up to the test. */
public final class Network implements AutoCloseable {

    /** One direction of a link. */
    public record Flow(String link, String source, String target) {
        String uri() {
            return "helpdesk-sync:" + link + "?source=" + source + "&target=" + target
                    + "&redeliveryDelay=20&maxRedeliveryDelay=200";
        }
    }

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HelpdeskSyncComponent sync = new HelpdeskSyncComponent();
    private final ProducerTemplate template = context.createProducerTemplate();
    private final Map<String, FakeDesk> desks = new HashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    public Network(Path ledger) {
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(3);
        sync.getConfiguration().setLedgerFile(ledger.toString());
        context.addComponent("helpdesk-sync", sync);
    }

    /** Adds a desk under the name of its component; one desk may have several. */
    public Network desk(String name, FakeDesk desk) {
        context.addComponent(name, new FakeComponent(desk));
        desks.put(name, desk);
        return this;
    }

    /** Links two desks both ways. */
    public Network join(String link, String one, String other) throws Exception {
        return direction(link, one, other).direction(link, other, one);
    }

    public Network direction(String link, String source, String target) throws Exception {
        Flow flow = new Flow(link, source, target);
        flows.add(flow);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(flow.uri()).to(target + ":send");
            }
        });
        return this;
    }

    public Network start() {
        context.start();
        return this;
    }

    /** Takes into one direction what is new on its source; false when nothing is. */
    public boolean read(Flow flow) {
        FakeDesk desk = desks.get(flow.source());
        boolean read = false;
        for (String conversation : desk.conversations()) {
            List<FakeDesk.Stored> messages = desk.messages(conversation);
            int from = positions.getOrDefault(flow + conversation, 0);
            messages.subList(from, messages.size()).forEach(message -> template.sendBody(flow.uri(), desk.read(message)));
            positions.put(flow + conversation, messages.size());
            read |= from < messages.size();
        }
        return read;
    }

    /** Tells all directions that read from a desk what has become of one of its messages. */
    public void changed(String desk, HelpdeskMessage message) {
        flows.stream().filter(flow -> flow.source().equals(desk))
                .forEach(flow -> template.sendBodyAndHeader(flow.uri(), message, HelpdeskConstants.UPDATED, true));
        await().atMost(Duration.ofSeconds(30)).until(() -> unended() == 0);
    }

    public Flow any(Random random) {
        return flows.get(random.nextInt(flows.size()));
    }

    /** Reads everywhere until there is nothing new. */
    public void settle(Random random) {
        boolean read = true;
        while (read) {
            read = false;
            List<Flow> order = new ArrayList<>(flows);
            Collections.shuffle(order, random);
            for (Flow flow : order) {
                read |= read(flow);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> unended() == 0);
        }
    }

    public long unended() {
        return sync.ledgerView().links().stream().flatMap(link -> link.flows().stream())
                .mapToLong(flow -> flow.pending() + flow.parked()).sum();
    }

    @Override
    public void close() {
        context.stop();
    }
}
