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
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.consumer.Reread;

/** Edits, removals, wakes and re-reading against a simulated channel. */
class UpdatesTest extends ChannelioTestBase {

    private static final String UPDATES = "&startFrom=1970-01-02T00:00:00Z&includeUpdates=true";

    @Override
    protected void collect(Exchange exchange) {
        ChannelioMessage message = exchange.getMessage().getBody(ChannelioMessage.class);
        boolean isUpdate = exchange.getMessage().getHeader(HelpdeskConstants.UPDATED, false, boolean.class);
        got.add(("removed".equals(message.state()) ? "removed" : message.plainText()) + (isUpdate ? "*" : ""));
    }

    private static MessagesConsumer consumer(CamelContext context) {
        return (MessagesConsumer) context.getRoute("intake").getConsumer();
    }

    @Test
    @DisplayName("E1: an edit and a removal made while the consumer was stopped come at the next read, in place")
    void e1EditAndRemovalAfterARestart() throws Exception {
        String chat = simulator.openUserChat("Kim");
        String first = simulator.writeAsCustomer(chat, "one");
        String second = simulator.writeAsManager(chat, "two");
        CamelContext context = start(UPDATES, this::collect);
        awaitGot("one", "two");
        context.stop();
        simulator.editMessage(chat, first, "one edited");
        simulator.removeMessage(chat, second);
        simulator.writeAsCustomer(chat, "three");
        start(UPDATES, this::collect);
        awaitGot("one", "two", "one edited*", "removed*", "three");
        assertThat(got).containsExactly("one", "two", "one edited*", "removed*", "three");
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing, with updates too")
    void d9IdlePollsDeliverNothing() throws Exception {
        simulator.writeAsCustomer(simulator.openUserChat("Kim"), "one");
        start(UPDATES, this::collect);
        awaitGot("one");
        awaitPolls();
        assertThat(got).hasSize(1);
    }

    @Test
    @DisplayName("E5: our own copies are a bot's, which include leaves out; that one of them was removed comes nevertheless")
    void e5RemovedCopiesComeWhateverIncludeSays() throws Exception {
        String chat = simulator.openUserChat("Kim");
        String greeting = simulator.writeAsBot(chat, "Support", "Welcome");
        CamelContext context = start(UPDATES, this::collect);
        String copy = post(context, chat, "a copy", "hd1.link.0123456789.0123456789abcdef0123.r0.1of1");
        String early = post(context, chat, "removed early", "hd1.link.0123456789.0123456789abcdef0124.r0.1of1");
        simulator.removeMessage(chat, early);
        simulator.writeAsCustomer(chat, "one");
        awaitGot("removed*", "one");
        simulator.removeMessage(chat, copy);
        simulator.removeMessage(chat, greeting);
        simulator.writeAsCustomer(chat, "two");
        awaitGot("removed*", "one", "removed*", "two");
        Reread reread = consumer(context).reread(Instant.EPOCH);
        await().until(reread::isEnded);
        simulator.writeAsCustomer(chat, "three");
        await().untilAsserted(() -> assertThat(got).last().isEqualTo("three"));
        assertThat(got).startsWith("removed*", "one", "removed*", "two");
        context.stop();
    }

    private static String post(CamelContext context, String chat, String text, String marker) {
        return context.createFluentProducerTemplate().to("channelio:sendMessage?userChatId=" + chat).withBody(text)
                .withHeader(HelpdeskConstants.MARKER, marker).request(ChannelioMessage.class).id();
    }

    @Test
    void aRemovalBelowTheFloorComesWhenItIsNamed() throws Exception {
        String chat = simulator.openUserChat("Kim");
        String old = simulator.writeAsCustomer(chat, "one");
        CamelContext context = start(UPDATES, this::collect);
        awaitGot("one");
        simulator.clock().advance(Duration.ofMinutes(30));
        simulator.writeAsCustomer(chat, "two");
        awaitGot("one", "two");
        simulator.removeMessage(chat, old);
        consumer(context).wake(chat, old);
        awaitGot("one", "two", "removed*");
        consumer(context).wake(chat, old);
        awaitPolls();
        assertThat(got).hasSize(3);
    }

    @Test
    void aMessageThatLiesTooFarBackIsGivenUp() throws Exception {
        String chat = simulator.openUserChat("Kim");
        String old = simulator.writeAsCustomer(chat, "old", Instant.parse("2026-01-01T00:00:00Z"));
        IntStream.range(0, 2_050).forEach(i -> simulator.writeAsCustomer(chat, "x"));
        // The start is a whole second: what was written in it is owed.
        simulator.clock().advance(Duration.ofHours(1));
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("channelio:messages?initialDelay=0&delay=3600000&includeUpdates=true").routeId("intake")
                        .process(UpdatesTest.this::collect);
            }
        });
        context.start();
        await().until(() -> simulator.requests().count("GET", USER_CHATS) >= 6);
        consumer(context).wake(chat, old);
        await().until(() -> simulator.requests().count("GET", MESSAGES) >= 21);
        simulator.writeAsCustomer(chat, "new");
        consumer(context).wake(chat, null);
        awaitGot("new");
        assertThat(simulator.requests().count("GET", MESSAGES)).isLessThan(30);
    }

    @Test
    void aChatThatDoesNotExistIsLeftAlone() throws Exception {
        String chat = simulator.openUserChat("Kim");
        CamelContext context = start(UPDATES, this::collect);
        awaitPolls();
        consumer(context).wake("5e65000061c0ffee9999", "1");
        consumer(context).wake("../../channel", "1");
        await().until(() -> simulator.requests().count("GET", "/open/v5/user-chats/5e65000061c0ffee9999/messages") >= 1);
        simulator.writeAsCustomer(chat, "one");
        awaitGot("one");
        awaitPolls();
        assertThat(simulator.requests().count("GET", "/open/v5/user-chats/5e65000061c0ffee9999/messages")).isEqualTo(1);
    }

    @Test
    @DisplayName("D12: history older than startFrom is handed out once, from the chats of every state, in order")
    void d12BackfillOfAChannel() throws Exception {
        for (int i = 0; i < 60; i++) {
            String chat = simulator.openUserChat("Kim " + i);
            simulator.writeAsCustomer(chat, i + "/a");
            simulator.writeAsCustomer(chat, i + "/b");
            if (i % 3 == 0) {
                simulator.closeUserChat(chat);
            }
        }
        simulator.clock().advance(Duration.ofHours(1));
        CamelContext context = start("&includeUpdates=true&concurrentConsumers=4", this::collect);
        awaitPolls();
        assertThat(got).isEmpty();
        Reread reread = consumer(context).reread(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(consumer(context).reread(Instant.parse("2020-01-01T00:00:00Z"))).isSameAs(reread);
        await().atMost(Duration.ofSeconds(20)).until(reread::isEnded);
        assertThat(got).hasSize(120).doesNotHaveDuplicates();
        for (int i = 0; i < 60; i++) {
            assertThat(got.indexOf(i + "/a")).isLessThan(got.indexOf(i + "/b"));
        }
        assertThat(reread.conversationsTotal()).hasValue(60);
    }
}
