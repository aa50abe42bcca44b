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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;

/** Nothing is lost and nothing comes twice, whatever the list does and whenever the consumer stops. */
class MessagesTest extends ChannelioTestBase {

    private static final String BEGINNING = "&startFrom=beginning";

    @Test
    @DisplayName("L7: a burst that is too large for memory is read from the beginning, and still comes once and in order")
    void l7BurstTooLargeForMemoryComesWhole() throws Exception {
        String chat = simulator.openUserChat("Ann");
        write(chat, -3, 0);
        simulator.clock().advance(Duration.ofSeconds(2));
        DefaultCamelContext context = start("", this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = write(chat, 0, 2_300);
        context.getRouteController().resumeRoute("intake");
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
        assertThat(simulator.requests().list()).anyMatch(request -> request.query().contains("sortOrder=asc"));
    }

    @Test
    @DisplayName("L8: messages that are written while pages are read shift nothing")
    void l8MessagesWrittenWhilePagingAreNeitherLostNorDoubled() throws Exception {
        String chat = simulator.openUserChat("Ann");
        DefaultCamelContext context = start("", this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = new ArrayList<>(write(chat, 0, 350));
        AtomicInteger more = new AtomicInteger(350);
        simulator.faults().on("GET", MESSAGES).next(4).then(execution -> {
            int number = more.getAndIncrement();
            simulator.writeAsCustomer(chat, "m" + number);
            return execution.process();
        });
        texts.addAll(List.of("m350", "m351", "m352", "m353"));
        context.getRouteController().resumeRoute("intake");
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @Test
    @DisplayName("L12: old and long conversations are read whole, whatever their state")
    void l12OldConversationsOfEachStateAreReadWhole() throws Exception {
        Instant old = Instant.parse("2021-06-23T02:17:35.810Z");
        String closed = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(closed, "closed", old);
        simulator.closeUserChat(closed);
        String snoozed = simulator.openUserChat("Ben");
        simulator.writeAsCustomer(snoozed, "snoozed", old.plusSeconds(1));
        simulator.snoozeUserChat(snoozed);
        simulator.writeAsCustomer(simulator.openUserChat("Cid"), "opened", old.plusSeconds(2));
        start(BEGINNING, this::collect);
        awaitGot("closed", "snoozed", "opened");
    }

    @Test
    @DisplayName("L15: other options and a restart keep the cursor")
    void l15ChangedOptionsKeepTheCursor() throws Exception {
        String chat = simulator.openUserChat("Ann");
        start("", this::collect);
        simulator.writeAsCustomer(chat, "1");
        awaitGot("1");
        stop();
        simulator.writeAsCustomer(chat, "2");
        start("&startFrom=beginning&concurrentConsumers=3&include=customer,agent,bot", this::collect);
        awaitGot("1", "2");
        awaitPolls();
        assertThat(got).containsExactly("1", "2");
    }

    @Test
    @DisplayName("L18: milliseconds stay milliseconds")
    void l18TimesAreKeptToTheMillisecond() throws Exception {
        Instant time = Instant.parse("2026-11-02T03:04:05.678Z");
        simulator.writeAsCustomer(simulator.openUserChat("Ann"), "hello", time);
        List<Long> times = new ArrayList<>();
        start("&startFrom=2026-11-02T03:04:05.678Z", exchange -> {
            times.add(exchange.getMessage().getBody(ChannelioMessage.class).createdAt());
            collect(exchange);
        });
        awaitGot("hello");
        assertThat(times).containsExactly(time.toEpochMilli());
    }

    @Test
    @DisplayName("L18: a message one millisecond before startFrom does not come")
    void l18StartFromIsExact() throws Exception {
        Instant time = Instant.parse("2026-11-02T03:04:05.678Z");
        String chat = simulator.openUserChat("Ann");
        simulator.writeAsCustomer(chat, "before", time.minusMillis(1));
        simulator.writeAsCustomer(chat, "at", time);
        start("&startFrom=2026-11-02T03:04:05.678Z", this::collect);
        awaitGot("at");
    }

    @Test
    void oneConversationAloneIsReadWhenTheOptionNamesIt() throws Exception {
        String wanted = simulator.openUserChat("Ann");
        String other = simulator.openUserChat("Ben");
        start("&userChatId=" + wanted, this::collect);
        simulator.writeAsCustomer(other, "other");
        simulator.writeAsCustomer(wanted, "wanted");
        awaitGot("wanted");
        assertThat(simulator.requests().count("GET", USER_CHATS)).isZero();
    }

    private List<String> write(String chat, int from, int to) {
        List<String> texts = IntStream.range(from, to).mapToObj(number -> "m" + number).toList();
        texts.forEach(text -> simulator.writeAsCustomer(chat, text));
        return texts;
    }
}
