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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootMessage;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/**
 * A reader of a few lines, into which mistakes can be planted: it polls the list by HTTP and looks into the simulator for the
 * messages.
 */
final class SmallReader implements ContractReader {

    /** What is wrong with it. */
    enum Mistake {
        NONE,
        /** Of messages with one stamp, the later ones are taken for known. */
        COMPARES_STAMPS,
        /** Only what fits on a page is read. */
        READS_ONE_PAGE,
        /** What fails is passed over. */
        PASSES_FAILURES_OVER,
        /** One message that fails stops all. */
        LETS_ALL_WAIT,
        /** The progress is lost with the consumer. */
        FORGETS,
        /** The last message comes with each poll. */
        REPEATS_THE_LAST,
        /** An error ends the polling. */
        DIES
    }

    private final ChatwootSimulator simulator;
    private final Mistake mistake;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Long, Set<Object>> done = new HashMap<>();

    SmallReader(ContractDesk desk, Mistake mistake) {
        simulator = (ChatwootSimulator) desk.simulator();
        this.mistake = mistake;
    }

    @Override
    public AutoCloseable start(Reading reading) {
        if (mistake == Mistake.FORGETS) {
            done.clear();
        }
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        executor.scheduleWithFixedDelay(() -> poll(reading.handler()), 0, 10, TimeUnit.MILLISECONDS);
        return () -> {
            executor.shutdown();
            executor.awaitTermination(30, TimeUnit.SECONDS);
        };
    }

    private void poll(MessageHandler handler) {
        if (list() != 200) {
            if (mistake == Mistake.DIES) {
                throw new IllegalStateException("planted");
            }
            return;
        }
        simulator.conversations().forEach(conversation -> {
            try {
                read(conversation.id(), handler);
            } catch (Exception e) {
                if (mistake == Mistake.LETS_ALL_WAIT) {
                    throw new IllegalStateException("planted", e);
                }
            }
        });
    }

    private int list() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/api/v1/accounts/1/conversations"))
                .header("api_access_token", simulator.accessToken()).build();
        try {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        } catch (java.io.IOException | InterruptedException e) {
            return 0;
        }
    }

    private void read(long conversation, MessageHandler handler) throws Exception {
        Set<Object> known = done.computeIfAbsent(conversation, id -> new HashSet<>());
        List<ChatwootMessage> messages = simulator.messages(conversation);
        int first = mistake == Mistake.READS_ONE_PAGE ? Math.max(0, messages.size() - 100) : 0;
        for (ChatwootMessage message : messages.subList(first, messages.size())) {
            Object key = mistake == Mistake.COMPARES_STAMPS ? message.createdAt() : message.id();
            boolean isRepeated = mistake == Mistake.REPEATS_THE_LAST && message == messages.get(messages.size() - 1);
            if (isRepeated || !known.contains(key)) {
                hand(conversation, message, handler);
                known.add(key);
            }
        }
    }

    private void hand(long conversation, ChatwootMessage message, MessageHandler handler) throws Exception {
        try {
            handler.handle(new ReadMessage(Long.toString(conversation), Long.toString(message.id()), message.content(),
                    ReadMessage.Kind.NEW));
        } catch (Exception e) {
            if (mistake != Mistake.PASSES_FAILURES_OVER) {
                throw e;
            }
        }
    }
}
