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
package io.github.camelhelpdesk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import io.github.camelhelpdesk.channelio.ChannelioComponent;
import io.github.camelhelpdesk.chatwoot.ChatwootComponent;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;

/**
 * From the first poll of a Chatwoot account to the last message delivered in Channel.io, over a ledger on disk, eight
 * conversations at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 8)
@Fork(1)
public class PollToDelivered {

    private static final int LANES = 8;

    @Param("50")
    int conversations = 50;
    @Param("100")
    int messagesEach = 100;

    private final ChannelioDesk desk = new ChannelioDesk();
    private PlainServer chatwoot;
    private PlainServer channelio;
    private Path directory;

    @Setup
    public void start() throws IOException {
        chatwoot = PlainServer.start(new ChatwootHistory(conversations, messagesEach));
        channelio = PlainServer.start(desk);
        directory = Files.createTempDirectory("helpdesk-benchmark");
    }

    @TearDown
    public void stop() throws IOException {
        chatwoot.close();
        channelio.close();
        clear();
        Files.delete(directory);
    }

    @Benchmark
    public int bridge(Bridge bridge) throws Exception {
        bridge.context.getRouteController().startAllRoutes();
        return delivered();
    }

    @Benchmark
    public int handWritten(HandWritten rival) throws Exception {
        rival.bridge.run();
        return delivered();
    }

    private int delivered() throws InterruptedException {
        desk.await();
        if (desk.userChats() != conversations) {
            throw new IllegalStateException(desk.userChats() + " conversations were opened for " + conversations);
        }
        return conversations * messagesEach;
    }

    /** How many calls the target has had so far. */
    long requestsOfTarget() {
        return channelio.requests();
    }

    /** A ledger that is new, and a desk that has forgotten. */
    private Path prepare() throws IOException {
        clear();
        desk.expect(conversations * messagesEach);
        return directory.resolve("ledger.db");
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    /** The bridge; the time begins when its routes start. */
    @State(Scope.Benchmark)
    public static class Bridge {

        private CamelContext context;

        @Setup(Level.Invocation)
        public void open(PollToDelivered benchmark) throws Exception {
            context = new DefaultCamelContext();
            context.setAutoStartup(false);
            ChatwootComponent chatwoot = context.getComponent("chatwoot", ChatwootComponent.class);
            chatwoot.setRequestsPerMinute(0);
            chatwoot.getConfiguration().setBaseUrl(benchmark.chatwoot.baseUrl());
            chatwoot.getConfiguration().setAccountId(ChatwootHistory.ACCOUNT);
            chatwoot.getConfiguration().setAccessToken("token");
            ChannelioComponent channelio = context.getComponent("channelio", ChannelioComponent.class);
            channelio.setRequestsPerMinute(0);
            channelio.getConfiguration().setBaseUrl(benchmark.channelio.baseUrl());
            channelio.getConfiguration().setAccessKey("key");
            channelio.getConfiguration().setSecretKey("secret");
            context.getComponent("helpdesk-sync", HelpdeskSyncComponent.class).getConfiguration()
                    .setLedgerFile(benchmark.prepare().toString());
            context.addRoutes(new BridgeRoutes());
            context.start();
        }

        @TearDown(Level.Invocation)
        public void close() throws Exception {
            context.close();
        }
    }

    /** The rival. */
    @State(Scope.Benchmark)
    public static class HandWritten {

        private HandWrittenBridge bridge;

        @Setup(Level.Invocation)
        public void open(PollToDelivered benchmark) throws Exception {
            bridge = new HandWrittenBridge(benchmark.chatwoot.baseUrl(), benchmark.channelio.baseUrl(), benchmark.prepare(),
                    LANES);
        }

        @TearDown(Level.Invocation)
        public void close() throws Exception {
            bridge.close();
        }
    }
}
