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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenOrder;

/** Nothing is lost and nothing comes twice, however the lists are sorted and whenever the consumer stops. */
class MessagesTest extends SignalzenTestBase {

    @ParameterizedTest
    @EnumSource(names = { "OLDEST_FIRST", "NEWEST_FIRST" })
    @DisplayName("L7: a burst of ten pages and one message between two polls comes whole and in order, however it is sorted")
    void l7BurstsLargerThanAPageComeWhole(SignalzenOrder order) throws Exception {
        simulator.messageOrder(order);
        long user = simulator.openUser("Ann");
        write(user, -150, 0);
        simulator.clock().advance(Duration.ofMinutes(20));
        DefaultCamelContext context = start("", this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = write(user, 0, 991);
        context.getRouteController().resumeRoute("intake");
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @ParameterizedTest
    @EnumSource(names = { "OLDEST_FIRST", "NEWEST_FIRST" })
    @DisplayName("L7: a burst that is too large for memory is read from the beginning, and still comes once and in order")
    void l7BurstTooLargeForMemoryComesWhole(SignalzenOrder order) throws Exception {
        simulator.messageOrder(order);
        long user = simulator.openUser("Ann");
        write(user, -3, 0);
        simulator.clock().advance(Duration.ofSeconds(2));
        DefaultCamelContext context = start("", this::collect);
        context.getRouteController().suspendRoute("intake");
        List<String> texts = write(user, 0, 2_300);
        context.getRouteController().resumeRoute("intake");
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @ParameterizedTest
    @EnumSource(names = { "OLDEST_FIRST", "NEWEST_FIRST" })
    @DisplayName("L8: messages that are written while pages are read shift nothing")
    void l8MessagesWrittenWhilePagingAreNeitherLostNorDoubled(SignalzenOrder order) throws Exception {
        simulator.messageOrder(order);
        long user = simulator.openUser("Ann");
        List<String> texts = new ArrayList<>(write(user, 0, 400));
        AtomicInteger more = new AtomicInteger(400);
        simulator.faults().on("GET", MESSAGES).next(4).then(execution -> {
            int from = more.getAndAdd(20);
            texts.addAll(write(user, from, from + 20));
            return execution.process();
        });
        start(BEGINNING, this::collect);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(got).hasSize(480));
        awaitPolls();
        assertThat(got).containsExactlyElementsOf(texts);
    }

    @ParameterizedTest
    @EnumSource(names = { "OLDEST_FIRST", "NEWEST_FIRST" })
    @DisplayName("L8: messages that are deleted while pages are read take none of the others with them")
    void l8MessagesDeletedWhilePagingTakeNoOtherWithThem(SignalzenOrder order) throws Exception {
        simulator.messageOrder(order);
        long user = simulator.openUser("Ann");
        List<String> texts = write(user, 0, 400);
        List<Long> ids = simulator.messages(user).stream().map(message -> message.id()).toList();
        AtomicInteger reads = new AtomicInteger();
        simulator.faults().on("GET", MESSAGES).next(4).then(execution -> {
            int read = reads.getAndIncrement();
            if (read > 0) {
                // What was read already goes, so that what comes next moves into its place.
                for (int i = 0; i < 30; i++) {
                    int index = order == SignalzenOrder.OLDEST_FIRST ? (read - 1) * 30 + i : 399 - (read - 1) * 30 - i;
                    simulator.deleteMessage(user, ids.get(index));
                }
            }
            return execution.process();
        });
        start(BEGINNING, this::collect);
        List<String> stayed = order == SignalzenOrder.OLDEST_FIRST ? texts.subList(90, 400) : texts.subList(0, 310);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(got).containsAll(stayed));
        assertThat(got).doesNotHaveDuplicates();
        assertThat(got.stream().filter(stayed::contains)).containsExactlyElementsOf(stayed);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("L8: users who come, go and move while the list of users is read hide none of the others")
    void l8UsersWhoComeAndGoHideNoOther(SignalzenOrder order) throws Exception {
        simulator.userOrder(order);
        List<String> texts = new ArrayList<>();
        List<Long> users = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            long user = simulator.openUser("Customer " + i);
            users.add(user);
            simulator.writeAsVisitor(user, "hello " + i);
            texts.add("hello " + i);
        }
        AtomicInteger reads = new AtomicInteger();
        simulator.faults().on("GET", USERS).next(4).then(execution -> {
            int read = reads.getAndIncrement() - 1;
            for (int i = 0; read >= 0 && i < 20; i++) {
                int gone = order == SignalzenOrder.OLDEST_FIRST ? read * 20 + i : 299 - read * 20 - i;
                simulator.destroyUser(users.get(gone));
                texts.set(gone, null);
            }
            return execution.process();
        });
        start(BEGINNING + "&fullSweepInterval=0&concurrentConsumers=8", this::collect);
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(got).containsAll(texts.stream().filter(text -> text != null).toList()));
        assertThat(got).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = { "OLDEST_FIRST", "NEWEST_FIRST" })
    @DisplayName("L11: where the provider gives less than was asked for, whole lists are read all the same")
    void l11SmallerPagesThanAskedForAreReadToTheirEnd(SignalzenOrder order) throws Exception {
        simulator.messageOrder(order);
        simulator.unstableTotal(true);
        long user = simulator.openUser("Ann");
        List<String> texts = write(user, 0, 230);
        simulator.faults().on("GET", MESSAGES).then(execution -> smaller(execution.process()));
        start(BEGINNING, this::collect);
        awaitGot(texts);
        assertThat(got).containsExactlyElementsOf(texts);
        List<String> more = write(user, 230, 260);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(got).hasSize(260));
        assertThat(got.subList(230, 260)).isEqualTo(more);
    }

    @Test
    @DisplayName("L15: other options and a restart keep the cursor")
    void l15ChangedOptionsKeepTheCursor() throws Exception {
        long user = simulator.openUser("Ann");
        start("", this::collect);
        simulator.writeAsVisitor(user, "1");
        awaitGot("1");
        stop();
        simulator.writeAsVisitor(user, "2");
        start("&startFrom=beginning&concurrentConsumers=3&include=customer,agent,bot&pageOverlap=9", this::collect);
        awaitGot("1", "2");
        awaitPolls();
        assertThat(got).containsExactly("1", "2");
    }

    @Test
    @DisplayName("L18: a message one millisecond before startFrom does not come")
    void l18StartFromIsExact() throws Exception {
        Instant time = Instant.parse("2026-11-02T03:04:05.678Z");
        long user = simulator.openUser("Ann");
        simulator.writeAsVisitor(user, "before", time.minusMillis(1));
        simulator.writeAsVisitor(user, "at", time);
        start("&startFrom=2026-11-02T03:04:05.678Z", this::collect);
        awaitGot("at");
    }

    @Test
    @DisplayName("L19: what was written in three hours without us comes, also of users whose times tell nothing")
    void l19LongOutageLosesNothing() throws Exception {
        long user = simulator.openUser("Ann");
        long silent = simulator.openUser("Ben");
        start("", this::collect);
        simulator.writeAsVisitor(user, "1");
        awaitGot("1");
        awaitPolls();
        stop();
        simulator.writeAsVisitor(user, "2");
        simulator.messagesTouchUsers(false);
        simulator.writeAsOperator(silent, "3");
        simulator.clock().advance(Duration.ofHours(3));
        start("", this::collect);
        awaitGot("1", "2", "3");
    }

    @Test
    void messageThatMovesNoTimeOfItsUserIsFoundByASweep() throws Exception {
        List<Long> users = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            users.add(simulator.openUser("Customer " + i));
        }
        simulator.messagesTouchUsers(false);
        start("&fullSweepInterval=300", this::collect);
        awaitPolls();
        simulator.clock().advance(Duration.ofMinutes(1));
        simulator.writeAsOperator(users.get(44), "last");
        simulator.writeAsOperator(users.get(0), "first");
        awaitGot("last", "first");
    }

    @Test
    void oneUserIsReadAloneWithoutListingOthers() throws Exception {
        long user = simulator.openUser("Ann");
        simulator.writeAsVisitor(simulator.openUser("Ben"), "other");
        simulator.writeAsVisitor(user, "mine");
        start(BEGINNING + "&userId=" + user, this::collect);
        awaitGot("mine");
        simulator.writeAsOperator(user, "answer");
        awaitGot("mine", "answer");
        assertThat(simulator.requests().count("GET", USERS)).isZero();
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing, and edits and deletions cannot be seen")
    void d9IdlePollsAndUnseenChangesDeliverNothing() throws Exception {
        long user = simulator.openUser("Ann");
        write(user, 0, 3);
        List<Object> updated = new ArrayList<>();
        start(BEGINNING + "&includeUpdates=true", exchange -> {
            updated.add(exchange.getMessage().getHeader(HelpdeskConstants.UPDATED));
            collect(exchange);
        });
        awaitGot("m0", "m1", "m2");
        simulator.editMessage(user, 2, "edited");
        simulator.deleteMessage(user, 1);
        simulator.visit(user, "https://shop.example/");
        awaitPolls();
        simulator.writeAsVisitor(user, "m3");
        awaitGot("m0", "m1", "m2", "m3");
        assertThat(updated).doesNotContain(true);
    }

    private static Answer smaller(Answer answer) {
        ObjectNode page = (ObjectNode) Json.parse(answer.body());
        ArrayNode items = (ArrayNode) page.path("messages");
        while (items.size() > 12) {
            items.remove(12);
        }
        return answer.withBody(page.toString());
    }
}
