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
package io.github.camelhelpdesk.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootInboxType;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootWebhook;
import io.github.camelhelpdesk.testkit.fault.Fault;

/** {@code chatwoot:conversations}: what happens to conversations. */
class ConversationsTest extends WebhookTestBase {

    private static final String LIST = ".*/conversations";

    private DefaultCamelContext watch(String options) throws Exception {
        return started(new RouteBuilder() {
            @Override
            public void configure() {
                from("chatwoot:conversations?initialDelay=0" + (options.contains("delay=") ? "" : "&delay=20") + options)
                        .routeId("watch")
                        .process(ConversationsTest.this::note);
            }
        });
    }

    private void note(Exchange exchange) {
        exchanges.add(exchange.copy());
        got.add(exchange.getMessage().getHeader(ChatwootConstants.CONVERSATION_ID) + " "
                + exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_EVENT));
    }

    private void awaitEvents(String... events) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(events.length));
        assertThat(got).containsExactlyInAnyOrder(events);
    }

    @Test
    void whatHappensToAConversationIsTold() throws Exception {
        watch("");
        long id = chatwoot.openConversation("Zoe");
        awaitEvents(id + " opened");
        chatwoot.assignConversation(id);
        awaitEvents(id + " opened", id + " assigned");
        chatwoot.labelConversation(id, "vip", "late");
        awaitEvents(id + " opened", id + " assigned", id + " labelled");
        chatwoot.resolveConversation(id);
        awaitEvents(id + " opened", id + " assigned", id + " labelled", id + " closed");
    }

    @Test
    void theBodyIsChatwootsOwnAndBecomesTheNeutralOne() throws Exception {
        watch("");
        long id = chatwoot.openConversation("Zoe", "zoe@shop.example", "+33123");
        long agent = chatwoot.assignConversation(id);
        chatwoot.labelConversation(id, "vip", "late");
        await().atMost(Duration.ofSeconds(30)).until(() -> got.contains(id + " labelled"));

        Exchange exchange = exchanges.get(exchanges.size() - 1);
        assertThat(exchange.getMessage().getBody()).isInstanceOf(ChatwootConversation.class);
        assertThat(exchange.getMessage().getHeader(HelpdeskConstants.PROVIDER)).isEqualTo("chatwoot");
        assertThat(exchange.getMessage().getHeader(HelpdeskConstants.ACCOUNT)).isEqualTo(account());
        assertThat(exchange.getMessage().getHeader(ChatwootConstants.INBOX_ID)).isEqualTo(chatwoot.inboxId());
        Transformer transformer = exchange.getContext().resolveTransformer("helpdesk:conversation");
        transformer.transform(exchange.getMessage(), DataType.ANY, new DataType("helpdesk:conversation"));
        HelpdeskConversation neutral = exchange.getMessage().getBody(HelpdeskConversation.class);
        assertThat(neutral.provider()).isEqualTo("chatwoot");
        assertThat(neutral.account()).isEqualTo(account());
        assertThat(neutral.id()).isEqualTo(String.valueOf(id));
        assertThat(neutral.event()).isEqualTo(ConversationEventType.labelled);
        assertThat(neutral.status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(neutral.assigneeId()).isEqualTo(String.valueOf(agent));
        assertThat(neutral.labels()).containsExactlyInAnyOrder("vip", "late");
        assertThat(neutral.contact().email()).isEqualTo("zoe@shop.example");
        assertThat(neutral.changedAt()).isNotNull();
        String json = exchange.getContext().getTypeConverter().convertTo(String.class, neutral);
        assertThat(exchange.getContext().getTypeConverter().convertTo(HelpdeskConversation.class, json)).isEqualTo(neutral);
    }

    @Test
    @DisplayName("startFrom=now: changes of old conversations, on whatever page, are told from what they were")
    void oldConversationsAreKnown() throws Exception {
        List<Long> old = IntStream.range(0, 60).mapToObj(number -> chatwoot.openConversation("Customer " + number)).toList();
        chatwoot.snoozeConversation(old.get(7));
        chatwoot.resolveConversation(old.get(8));
        chatwoot.clock().advance(Duration.ofDays(45));
        watch("");
        chatwoot.resolveConversation(old.get(0));
        chatwoot.resolveConversation(old.get(59));
        chatwoot.labelConversation(old.get(30), "vip");
        chatwoot.resolveConversation(old.get(7));
        chatwoot.writeAsCustomer(old.get(8), "I am back");
        chatwoot.writeAsCustomer(old.get(9), "still there?");
        awaitEvents(old.get(0) + " closed", old.get(59) + " closed", old.get(30) + " labelled", old.get(7) + " closed",
                old.get(8) + " opened");
        awaitPolls(3);
        assertThat(got).hasSize(5);
    }

    @Test
    void snoozedAndPendingConversationsCountAsOpen() throws Exception {
        long id = chatwoot.openConversation("Zoe");
        watch("");
        chatwoot.snoozeConversation(id);
        awaitPolls(3);
        chatwoot.reopenConversation(id);
        awaitPolls(3);
        chatwoot.resolveConversation(id);
        awaitEvents(id + " closed");
    }

    @Test
    @DisplayName("an idle account costs one request for each poll, whatever the number of conversations")
    void idleCostsOneRequestForEachPoll() throws Exception {
        IntStream.range(0, 60).forEach(number -> chatwoot.openConversation("Customer " + number));
        watch("");
        awaitPolls(2);
        chatwoot.requests().clear();
        awaitPolls(5);
        assertThat(chatwoot.requests().list()).allMatch(request -> request.path().endsWith("/conversations"));
        assertThat(chatwoot.requests().list()).allMatch(request -> request.query().contains("updated_within"));
    }

    @Test
    @DisplayName("a change costs no request beyond the poll's")
    void changesCostNothing() throws Exception {
        long id = chatwoot.openConversation("Zoe");
        watch("");
        awaitPolls(2);
        chatwoot.requests().clear();
        chatwoot.resolveConversation(id);
        awaitEvents(id + " closed");
        assertThat(chatwoot.requests().list()).allMatch(request -> request.path().endsWith("/conversations"));
    }

    @Test
    @DisplayName("wakeUpPath: conversation_status_changed is read at once; a message wakes nobody here")
    void webhookWakes() throws Exception {
        ChatwootWebhook webhook = chatwoot.registerWebhook(url(), "conversation_status_changed", "message_created");
        long id = chatwoot.openConversation("Zoe");
        watch("&delay=3600000&wakeUpPath=" + PATH + "&webhookVerifyToken=RAW(" + webhook.secret() + ")");
        await().atMost(Duration.ofSeconds(30)).until(() -> chatwoot.requests().list().stream()
                .filter(request -> request.query().contains("updated_within")).count() == 2);
        chatwoot.requests().clear();
        chatwoot.writeAsCustomer(id, "hello");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !chatwoot.webhooks().sent("message_created").isEmpty() && chatwoot.webhooks().pending() == 0);
        assertThat(chatwoot.requests().count()).isZero();
        chatwoot.resolveConversation(id);
        awaitEvents(id + " closed");
        assertThat(chatwoot.requests().count()).isEqualTo(1);
    }

    @Test
    void anotherInboxIsNotRead() throws Exception {
        long other = chatwoot.addInbox("Other", ChatwootInboxType.API);
        long foreign = chatwoot.openConversationIn(other, "Kim", null, null);
        long own = chatwoot.openConversation("Zoe");
        DefaultCamelContext context = watch("&inboxId=" + chatwoot.inboxId());
        chatwoot.resolveConversation(foreign);
        ((io.github.camelhelpdesk.common.consumer.Wakeable) context.getRoute("watch").getConsumer())
                .wake(String.valueOf(foreign), null);
        chatwoot.resolveConversation(own);
        awaitEvents(own + " closed");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> chatwoot.requests().count("GET", ".*/conversations/" + foreign) == 1);
        awaitPolls(2);
        assertThat(got).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsHandedOnAndHoldsNothingBack() throws Exception {
        long odd = chatwoot.openConversation("Zoe");
        long other = chatwoot.openConversation("Kim");
        watch("");
        chatwoot.faults().on("GET", LIST).then(execution -> changed(execution.process(), "\"labels\":[\"odd\"]",
                "\"labels\":{\"odd\":1}"));
        chatwoot.labelConversation(odd, "odd");
        chatwoot.resolveConversation(other);
        awaitEvents(odd + " null", other + " closed");
        assertThat(exchanges).filteredOn(exchange -> exchange.getMessage().getHeader(HelpdeskConstants.UNREADABLE) != null)
                .singleElement().satisfies(exchange -> assertThat(
                        exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_ID)).isEqualTo(String.valueOf(odd)));
    }

    @Test
    @DisplayName("W1: faults of the server cost time only")
    void faultsCostTimeOnly() throws Exception {
        long id = chatwoot.openConversation("Zoe");
        watch("&maxRetryDelay=50");
        awaitPolls(1);
        chatwoot.faults().on("GET", LIST).next(3).then(Fault.status(503));
        chatwoot.resolveConversation(id);
        awaitEvents(id + " closed");
    }
}
