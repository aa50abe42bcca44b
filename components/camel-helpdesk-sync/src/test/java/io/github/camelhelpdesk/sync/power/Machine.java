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
package io.github.camelhelpdesk.sync.power;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.sync.view.FlowStatus;

/** A process that runs a two-way bridge over a ledger. */
final class Machine implements AutoCloseable {

    private static final String A_TO_B = "helpdesk-sync:link?source=a&target=b&redeliveryDelay=5&concurrentConsumers=3";
    private static final String B_TO_A = "helpdesk-sync:link?source=b&target=a&redeliveryDelay=5&concurrentConsumers=3";
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HelpdeskSyncComponent sync = new HelpdeskSyncComponent();
    private final List<Reader> readers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Machine(World world, Path ledger, DataSource dataSource, DeskComponent.Steps steps, Mistake mistake)
            throws Exception {
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(2);
        context.addComponent("a", new DeskComponent("a", world, steps, mistake));
        context.addComponent("b", new DeskComponent("b", world, steps, mistake));
        sync.getConfiguration().setLedgerFile(ledger.toString());
        sync.getConfiguration().setDataSource(dataSource);
        sync.setAutowiredEnabled(false);
        context.addComponent("helpdesk-sync", sync);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(A_TO_B).to("b:send");
                from(B_TO_A).to("a:send");
            }
        });
        context.start();
        start(new Reader(world, "a", context, sync.cursorRepository(), A_TO_B, mistake));
        start(new Reader(world, "b", context, sync.cursorRepository(), B_TO_A, mistake));
    }

    private void start(Reader reader) {
        readers.add(reader);
        Thread thread = new Thread(reader, "reader");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /**
     * Waits until everything has been read and nothing is waiting.
     *
     * @return whether it came to rest
     */
    boolean comesToRest() throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE_NANOS) {
            long[] before = readers.stream().mapToLong(Reader::rounds).toArray();
            boolean idle = flows().stream().allMatch(flow -> flow.pending() == 0);
            // Both have read everything after the moment at which nothing was pending, and still nothing is.
            while (System.nanoTime() - begin < PATIENCE_NANOS && !haveReadSince(before)) {
                synchronized (this) {
                    wait(1);
                }
            }
            if (idle && haveReadSince(before) && flows().stream().allMatch(flow -> flow.pending() == 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean haveReadSince(long[] before) {
        for (int i = 0; i < before.length; i++) {
            if (readers.get(i).rounds() < before[i] + 2) {
                return false;
            }
        }
        return true;
    }

    /** What the ledger says of its newest messages. */
    String rows() {
        return sync.ledgerView().messages("link", 50).toString();
    }

    List<FlowStatus> flows() {
        return sync.ledgerView().links().stream().flatMap(link -> link.flows().stream()).toList();
    }

    @Override
    public void close() throws InterruptedException {
        readers.forEach(Reader::end);
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        context.stop();
    }
}
