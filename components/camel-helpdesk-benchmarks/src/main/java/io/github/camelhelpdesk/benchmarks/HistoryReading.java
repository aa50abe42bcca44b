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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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

/**
 * Reads the whole history of a Chatwoot account, message by message. All three read conversation after conversation on one
 * thread and hand each message to a step that counts it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 8)
@Fork(1)
public class HistoryReading {

    /** Conversations and messages in each: as help desks mostly have them, and a few that went on for months. */
    @Param({ "500x50", "60x400" })
    String size = "500x50";

    private ChatwootHistory history;
    private PlainServer server;

    @Setup
    public void start() {
        String[] sizes = size.split("x");
        history = new ChatwootHistory(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
        server = PlainServer.start(history);
    }

    @TearDown
    public void stop() throws IOException {
        server.close();
    }

    @Benchmark
    public int handWritten(HandWritten loop) {
        AtomicInteger counted = new AtomicInteger();
        loop.client
                .eachConversation(conversation -> loop.client.eachPage(conversation, page -> counted.addAndGet(page.size())));
        return checked(counted.get());
    }

    @Benchmark
    public int component(Component component) throws Exception {
        return checked(component.run());
    }

    @Benchmark
    public int plainCamel(PlainCamel plain) throws Exception {
        return checked(plain.run());
    }

    private int checked(int counted) {
        if (counted != history.total()) {
            throw new IllegalStateException(counted + " messages were read instead of " + history.total());
        }
        return counted;
    }

    /** The first rival, with a connection of its own for each reading. */
    @State(Scope.Benchmark)
    public static class HandWritten {

        private HandWrittenClient client;

        @Setup(Level.Invocation)
        public void open(HistoryReading benchmark) {
            client = new HandWrittenClient(benchmark.server.baseUrl(), 1);
        }

        @TearDown(Level.Invocation)
        public void close() throws IOException {
            client.close();
        }
    }

    /** The consumer, in a context that is new for each reading; the time begins when its route starts. */
    @State(Scope.Benchmark)
    public static class Component extends CountingRoutes {

        @Setup(Level.Invocation)
        public void open(HistoryReading benchmark) throws Exception {
            open(benchmark.history.total(), new ComponentRoute(benchmark.server.baseUrl()));
        }
    }

    /** The second rival: what stands in the Camel book. */
    @State(Scope.Benchmark)
    public static class PlainCamel extends CountingRoutes {

        @Setup(Level.Invocation)
        public void open(HistoryReading benchmark) throws Exception {
            open(benchmark.history.total(), new PlainCamelRoute(benchmark.server.baseUrl()));
        }
    }
}
