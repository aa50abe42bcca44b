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

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.NotSentException;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.reread.RereadProgress;
import io.github.camelhelpdesk.sync.reread.SourceReader;

/** Reads nothing by itself, and again what it is told to. */
public final class FakeConsumer extends DefaultConsumer implements SourceReader {

    private static final Logger LOG = LoggerFactory.getLogger(FakeConsumer.class);

    private final FakeDesk desk;
    private final AtomicInteger messages = new AtomicInteger();
    private final Map<String, Long> leftOut = new ConcurrentHashMap<>();
    private volatile Instant startedAt;
    private volatile Instant endedAt;
    private volatile Instant from;

    FakeConsumer(Endpoint endpoint, Processor processor, FakeDesk desk) {
        super(endpoint, processor);
        this.desk = desk;
    }

    @Override
    public boolean includes(HelpdeskMessage message) {
        return message.visibility() == Visibility.PUBLIC && message.author().type() == AuthorType.CUSTOMER;
    }

    @Override
    public RereadProgress reread(Instant since) {
        from = since;
        endedAt = null;
        startedAt = Instant.now();
        messages.set(0);
        leftOut.clear();
        start(() -> {
            desk.beforeReread.run();
            desk.written.stream().filter(message -> !includes(message))
                    .forEach(message -> leftOut.merge(message.author().type().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
            read(message -> !message.createdAt().isBefore(since));
            endedAt = Instant.now();
        });
        return reread().orElseThrow();
    }

    @Override
    public Optional<RereadProgress> reread() {
        return startedAt == null ? Optional.empty()
                : Optional.of(new RereadProgress(from, startedAt, endedAt, endedAt == null ? 0 : 1, 1L, messages.get(), 1,
                        Duration.ZERO, 0, Map.copyOf(leftOut)));
    }

    @Override
    public void reread(String conversationId, Instant since) {
        start(() -> read(message -> message.conversationId().equals(conversationId)
                && !message.createdAt().isBefore(since)));
    }

    /** A reading that the power is cut from never ends; Awaitility would take its exception for the test's. */
    private static void start(Runnable reading) {
        new Thread(() -> {
            try {
                reading.run();
            } catch (NotSentException e) {
                LOG.debug("Reading again was cut off", e);
            }
        }).start();
    }

    private void read(Predicate<HelpdeskMessage> which) {
        desk.written.stream().filter(which).filter(this::includes).forEach(message -> {
            Exchange exchange = createExchange(true);
            exchange.getIn().setBody(message);
            try {
                getProcessor().process(exchange);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            messages.incrementAndGet();
        });
    }
}
