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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.consumer.Wakeable;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;

/** {@code channelio:conversations}: what happens to conversations. */
class ConversationsTest extends ChannelioTestBase {

    private static final int STATES = 6;

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    private DefaultCamelContext watch(String options) throws Exception {
        DefaultCamelContext context = context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("channelio:conversations?initialDelay=0" + (options.contains("delay=") ? "" : "&delay=20") + options)
                        .routeId("watch")
                        .process(ConversationsTest.this::note);
            }
        });
        context.start();
        return context;
    }

    private void note(Exchange exchange) {
        exchanges.add(exchange.copy());
        got.add(exchange.getMessage().getHeader(ChannelioConstants.USER_CHAT_ID) + " "
                + exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT));
    }

    @Test
    void whatHappensToAConversationIsTold() throws Exception {
        watch("");
        String id = simulator.openUserChat("Zoe");
        awaitGot(id + " opened");
        simulator.assignUserChat(id);
        awaitGot(id + " opened", id + " assigned");
        simulator.tagUserChat(id, "vip");
        awaitGot(id + " opened", id + " assigned", id + " labelled");
        simulator.closeUserChat(id);
        awaitGot(id + " opened", id + " assigned", id + " labelled", id + " closed");
        simulator.reopenUserChat(id);
        awaitGot(id + " opened", id + " assigned", id + " labelled", id + " closed", id + " opened");
    }

    @Test
    void theBodyIsChannelIosOwnAndBecomesTheNeutralOne() throws Exception {
        String id = simulator.openUserChat("Zoe", "zoe@shop.example", null);
        watch("");
        simulator.assignUserChat(id);
        awaitGot(id + " assigned");
        Exchange exchange = exchanges.get(0);
        assertThat(exchange.getMessage().getBody()).isInstanceOf(ChannelioUserChat.class);
        HelpdeskConversation neutral = exchange.getMessage().getBody(HelpdeskConversation.class);
        assertThat(neutral.provider()).isEqualTo("channelio");
        assertThat(neutral.account()).isEqualTo(simulator.channelId());
        assertThat(neutral.id()).isEqualTo(id);
        assertThat(neutral.event()).isEqualTo(ConversationEventType.assigned);
        assertThat(neutral.status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(neutral.assigneeId()).isEqualTo(simulator.managerId());
        assertThat(neutral.contact().email()).isEqualTo("zoe@shop.example");
        assertThat(neutral.changedAt()).isNotNull();
    }

    @Test
    @DisplayName("startFrom=now: changes of old conversations, in whatever state, are told from what they were")
    void oldConversationsAreKnown() throws Exception {
        List<String> old = IntStream.range(0, 120).mapToObj(number -> simulator.openUserChat("Customer " + number)).toList();
        simulator.snoozeUserChat(old.get(1));
        simulator.closeUserChat(old.get(2));
        simulator.clock().advance(Duration.ofDays(45));
        watch("");
        simulator.closeUserChat(old.get(0));
        simulator.closeUserChat(old.get(1));
        simulator.writeAsCustomer(old.get(2), "I am back");
        simulator.tagUserChat(old.get(3), "vip");
        simulator.writeAsCustomer(old.get(4), "still there?");
        awaitGot(old.get(0) + " closed", old.get(1) + " closed", old.get(2) + " opened", old.get(3) + " labelled");
        awaitPolls();
        assertThat(got).hasSize(4);
    }

    @Test
    @DisplayName("a poll costs one request for each state, idle or not, whatever the number of conversations")
    void aPollCostsOneRequestForEachState() throws Exception {
        IntStream.range(0, 30).forEach(number -> simulator.openUserChat("Customer " + number));
        String id = simulator.openUserChat("Zoe");
        DefaultCamelContext context = watch("&delay=3600000");
        Wakeable consumer = (Wakeable) context.getRoute("watch").getConsumer();
        await().atMost(Duration.ofSeconds(30)).until(() -> simulator.requests().count("GET", USER_CHATS) >= 3 * STATES);
        simulator.requests().clear();
        consumer.wake(null, null);
        await().atMost(Duration.ofSeconds(30)).until(() -> simulator.requests().count() >= STATES);
        simulator.closeUserChat(id);
        consumer.wake(null, null);
        awaitGot(id + " closed");
        assertThat(simulator.requests().count()).isEqualTo(2 * STATES);
    }

    @Test
    void aWakeReadsOneConversation() throws Exception {
        String id = simulator.openUserChat("Zoe");
        DefaultCamelContext context = watch("&delay=3600000");
        await().atMost(Duration.ofSeconds(30)).until(() -> simulator.requests().count("GET", USER_CHATS) >= 3 * STATES);
        simulator.requests().clear();
        simulator.closeUserChat(id);
        ((Wakeable) context.getRoute("watch").getConsumer()).wake(id, null);
        awaitGot(id + " closed");
        assertThat(simulator.requests().count()).isEqualTo(1);
    }

    @Test
    void oneConversationAlone() throws Exception {
        String id = simulator.openUserChat("Zoe");
        String other = simulator.openUserChat("Kim");
        watch("&userChatId=" + id);
        simulator.closeUserChat(other);
        simulator.closeUserChat(id);
        awaitGot(id + " closed");
    }

    @Test
    void aRestartGoesOnWhereItWas() throws Exception {
        String id = simulator.openUserChat("Zoe");
        watch("").stop();
        simulator.closeUserChat(id);
        watch("");
        awaitGot(id + " closed");
    }
}
