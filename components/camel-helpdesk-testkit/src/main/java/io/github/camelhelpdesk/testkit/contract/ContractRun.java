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
package io.github.camelhelpdesk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One rule being checked: what people write at the desk, and what the consumer makes of it. */
final class ContractRun implements AutoCloseable {

    final ContractDesk desk;
    final Deliveries deliveries = new Deliveries();
    private final ContractReader reader;
    private final Map<String, List<String>> written = new HashMap<>();
    private int count;
    private AutoCloseable running;

    ContractRun(ContractDesk desk, ContractReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /** Starts the consumer; each message is recorded. */
    void start(Reading.Start start) throws Exception {
        start(start, message -> {
        });
    }

    /**
     * Starts the consumer.
     *
     * @param gate runs before a message is recorded; one that it lets fail is not recorded
     */
    void start(Reading.Start start, MessageHandler gate) throws Exception {
        start(new Reading(start, false, false, gate));
    }

    /** Starts the consumer with a reading whose handler is such a gate. */
    void start(Reading reading) throws Exception {
        running = reader.start(new Reading(reading.start(), reading.handedOver(), reading.updates(), message -> {
            reading.handler().handle(message);
            deliveries.add(message);
        }));
    }

    /** Starts it with what is written from now on, and waits until it has found out when now is. */
    void startNow() throws Exception {
        start(Reading.Start.NOW);
        awaitPolls(1);
    }

    void stop() throws Exception {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    String open() {
        return desk.openConversation("Customer " + (written.size() + 1));
    }

    /** The customer writes this many messages. Gives the id of the last one. */
    String write(String conversation, int messages) {
        String id = null;
        for (int i = 0; i < messages; i++) {
            String text = nextText();
            id = desk.write(conversation, text);
            expect(conversation, text);
        }
        return id;
    }

    /** A text that no other message has. */
    String nextText() {
        return String.format("message-%05d", ++count);
    }

    /** The text has to be handed on once, behind the earlier ones of its conversation. */
    void expect(String conversation, String text) {
        written.computeIfAbsent(conversation, id -> new ArrayList<>()).add(text);
    }

    /** The texts that are expected, by conversation. */
    Map<String, List<String>> expected() {
        return written;
    }

    /** How many texts are expected. */
    int expectedCount() {
        return written.values().stream().mapToInt(List::size).sum();
    }

    /** The texts that are expected of a conversation. */
    List<String> expected(String conversation) {
        return written.get(conversation);
    }

    /** All that was written has been handed on, once, in order; and further polls hand on nothing. */
    void awaitAll() {
        awaitCount(expectedCount());
        awaitPolls(3);
        assertEquals(written, deliveries.texts(), "texts by conversation: expected is what was written there");
    }

    /** At least this many messages were handed on, of whatever kind. */
    void awaitCount(int messages) {
        Patience.await(() -> deliveries.count() >= messages,
                () -> deliveries.count() + " of " + messages + " messages were handed on");
    }

    /** The account is polled this many times more, begun and ended. */
    void awaitPolls(int polls) {
        long before = polls();
        Patience.await(() -> polls() > before + (long) polls * desk.requestsPerPoll(),
                () -> "no further polls: " + (polls() - before) + " requests for " + desk.pollPath());
    }

    private long polls() {
        return desk.simulator().requests().count("GET", desk.pollPath());
    }

    @Override
    public void close() throws Exception {
        stop();
    }
}
