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

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.TearDown;

import io.github.camelhelpdesk.chatwoot.ChatwootComponent;

/** A context whose routes end in the bean {@code count}, and are started when the time begins. */
public abstract class CountingRoutes {

    private final AtomicInteger counted = new AtomicInteger();
    private CamelContext context;
    private CountDownLatch all;

    final void open(int messages, RouteBuilder routes) throws Exception {
        counted.set(0);
        all = new CountDownLatch(1);
        context = new DefaultCamelContext();
        context.getRegistry().bind("count", (Processor) exchange -> count(exchange, messages));
        context.setAutoStartup(false);
        // No budget of requests: it would be what is measured.
        context.getComponent("chatwoot", ChatwootComponent.class).setRequestsPerMinute(0);
        context.addRoutes(routes);
        context.start();
    }

    final int run() throws Exception {
        context.getRouteController().startAllRoutes();
        if (!all.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Only " + counted + " messages came");
        }
        return counted.get();
    }

    private void count(Exchange exchange, int messages) {
        if (exchange.getMessage().getBody() != null && counted.incrementAndGet() == messages) {
            all.countDown();
        }
    }

    @TearDown(Level.Invocation)
    public void close() throws Exception {
        context.close();
    }
}
