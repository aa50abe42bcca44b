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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.sync.view.FlowStatus;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/** A Camel context with a link between two fake desks, alpha and beta. */
public final class Bridge implements AutoCloseable {

    public static final String INTAKE = "helpdesk-sync:link?source=alpha&target=beta";
    public static final String DELIVERY = "helpdesk-sync:link?source=alpha&target=beta&redeliveryDelay=20&maxRedeliveryDelay=200";

    public static final String BACK = "helpdesk-sync:link?source=beta&target=alpha&redeliveryDelay=20&maxRedeliveryDelay=200";

    static {
        // A machine that is busy is slow, and not wrong.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HelpdeskSyncComponent sync = new HelpdeskSyncComponent();
    private final ProducerTemplate template = context.createProducerTemplate();

    private AsyncProducer intake;

    public Bridge(Path ledger, FakeDesk alpha, FakeDesk beta) {
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(3);
        context.addComponent("alpha", new FakeComponent(alpha));
        context.addComponent("beta", new FakeComponent(beta));
        sync.getConfiguration().setLedgerFile(ledger.toString());
        context.addComponent("helpdesk-sync", sync);
    }

    /** Intake by direct:in, delivery with more options. */
    public static Bridge running(Path ledger, FakeDesk alpha, FakeDesk beta, String moreOptions) throws Exception {
        return new Bridge(ledger, alpha, beta).intake().route(DELIVERY + moreOptions, "beta:send").start();
    }

    public static Bridge running(Path ledger, FakeDesk alpha, FakeDesk beta) throws Exception {
        return running(ledger, alpha, beta, "");
    }

    public Bridge intake() throws Exception {
        return route("direct:in", INTAKE);
    }

    public Bridge route(String from, String to) throws Exception {
        return routes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(from).routeId(from.startsWith(DELIVERY) ? "delivery" : from.replaceAll("[^a-z]", "-")).to(to);
            }
        });
    }

    public Bridge routes(RoutesBuilder routes) throws Exception {
        context.addRoutes(routes);
        return this;
    }

    public Bridge set(Consumer<HelpdeskSyncComponent> change) {
        change.accept(sync);
        return this;
    }

    public Bridge start() {
        context.start();
        HealthCheckRegistry health = HealthCheckRegistry.get(context);
        health.register(health.resolveById("consumers"));
        return this;
    }

    public CamelContext context() {
        return context;
    }

    public HelpdeskSyncComponent sync() {
        return sync;
    }

    /** A message of alpha, its text being its id. */
    public static HelpdeskMessageBuilder message(String conversation, String id) {
        return HelpdeskMessage.builder().provider("fake").account("a").conversationId(conversation).id(id).text(id)
                .author(new Author(AuthorType.CUSTOMER, "u-" + conversation, "Mina", null, null))
                .contact(new Contact("u-" + conversation, null, "Mina", null, null))
                .createdAt(Instant.parse("2026-11-20T10:00:00.123Z"));
    }

    public void write(String conversation, String... ids) {
        for (String id : ids) {
            write(message(conversation, id).build());
        }
    }

    public void write(HelpdeskMessage message) {
        template.sendBody("direct:in", message);
    }

    /** A message that the source has handed out before and that has changed since. */
    public void update(HelpdeskMessage message) {
        template.sendBodyAndHeader("direct:in", message, HelpdeskConstants.UPDATED, true);
    }

    /** A message of alpha that its consumer could not read. */
    public void unreadable(String conversation, String id, boolean updated) {
        send("direct:in", exchange -> {
            exchange.getIn().setBody(HelpdeskJson.mapper().readTree("{\"odd\":[1,2]}"));
            exchange.getIn().setHeader(HelpdeskConstants.PROVIDER, "fake");
            exchange.getIn().setHeader(HelpdeskConstants.ACCOUNT, "a");
            exchange.getIn().setHeader(HelpdeskConstants.CONVERSATION_ID, conversation);
            exchange.getIn().setHeader(HelpdeskConstants.MESSAGE_ID, id);
            exchange.getIn().setHeader(HelpdeskConstants.UPDATED, updated);
            exchange.getIn().setHeader(HelpdeskConstants.UNREADABLE, "createdAt is no time");
        });
    }

    /** A message of beta, for a bridge with a way back. */
    public void writeBack(HelpdeskMessage message) {
        template.sendBody("direct:back", message);
    }

    /** Adds the way from beta to alpha. */
    public Bridge wayBack(String moreOptions) throws Exception {
        return route("direct:back", BACK).route(BACK + moreOptions, "alpha:send");
    }

    public Exchange send(String endpoint, Processor processor) {
        return template.send(endpoint, processor);
    }

    public CompletableFuture<Object> writeLater(HelpdeskMessage message) {
        return template.asyncSendBody("direct:in", message);
    }

    /** Goes straight into the ledger, without a thread that waits. */
    public CompletableFuture<Object> takeIn(HelpdeskMessage message) {
        CompletableFuture<Object> done = new CompletableFuture<>();
        Exchange exchange = context.getEndpoint(INTAKE).createExchange();
        exchange.getIn().setBody(message);
        asyncProducer().process(exchange, sync -> done.complete(exchange));
        return done.whenComplete((any, failure) -> {
            if (exchange.getException() != null) {
                throw new IllegalStateException(exchange.getException());
            }
        });
    }

    private AsyncProducer asyncProducer() {
        if (intake == null) {
            try {
                intake = context.getEndpoint(INTAKE).createAsyncProducer();
                intake.start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return intake;
    }

    /** Both directions of the link; read from alpha by {@link #write} and from beta by {@link #read}. */
    public static Bridge twoWay(Path ledger, FakeDesk alpha, FakeDesk beta) throws Exception {
        return new Bridge(ledger, alpha, beta).intake().route(DELIVERY, "beta:send").route("direct:back", BACK)
                .route(BACK, "alpha:send");
    }

    /** Takes in what stands on beta. */
    public void read(HelpdeskMessage message) {
        template.sendBody("direct:back", message);
    }

    public FlowStatus flow() {
        return flow("alpha");
    }

    public FlowStatus flow(String source) {
        return sync.ledgerView().links().stream().flatMap(link -> link.flows().stream())
                .filter(flow -> flow.source().equals(source)).findFirst().orElseThrow();
    }

    /** The newest row of a message. */
    public MessageTrace trace(String id) {
        return traces(id).findFirst().orElseThrow();
    }

    /** The row of one revision of a message. */
    public MessageTrace trace(String id, int revision) {
        return traces(id).filter(trace -> trace.revision() == revision).findFirst().orElseThrow();
    }

    private Stream<MessageTrace> traces(String id) {
        return sync.ledgerView().messages("link", 1000).stream().filter(trace -> trace.sourceId().equals(id));
    }

    public void awaitDelivered(long count) {
        Awaitility.await().pollInterval(Duration.ofMillis(10))
                .until(() -> flow().delivered() == count);
    }

    public void awaitState(String id, String state) {
        Awaitility.await().pollInterval(Duration.ofMillis(10))
                .until(() -> trace(id).state().equals(state));
    }

    public void awaitState(String id, int revision, String state) {
        Awaitility.await().pollInterval(Duration.ofMillis(10))
                .until(() -> traces(id).anyMatch(trace -> trace.revision() == revision && trace.state().equals(state)));
    }

    /** The ledger as a power cut at this moment would leave it, to go on with in another context. */
    public static Path powerCut(Path ledger) throws IOException {
        Path directory = Files.createTempDirectory(ledger.getParent(), "cut");
        for (String suffix : new String[] { "", "-wal" }) {
            Path file = ledger.resolveSibling(ledger.getFileName() + suffix);
            if (Files.exists(file)) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return directory.resolve(ledger.getFileName());
    }

    @Override
    public void close() {
        context.stop();
    }
}
