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
package io.github.camelhelpdesk.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.consumer.MessagesConsumer;
import io.github.camelhelpdesk.common.consumer.Reread;

/** Messages that were edited since they were handed out. Acquire deletes silently. */
class UpdatesTest extends AcquireTestBase {

    private static final String UPDATES = "&startFrom=1970-01-02T00:00:00Z&includeUpdates=true";

    @Override
    protected void collect(Exchange exchange) {
        boolean isUpdate = exchange.getMessage().getHeader(HelpdeskConstants.UPDATED, false, boolean.class);
        got.add(text(exchange) + (isUpdate ? "*" : ""));
    }

    private static MessagesConsumer consumer(CamelContext context) {
        return (MessagesConsumer) context.getRoute("intake").getConsumer();
    }

    @Test
    @DisplayName("E1: an edit made while the consumer was stopped comes at the next read, in place")
    void e1EditAfterARestart() throws Exception {
        String thread = simulator.openCase("Kim");
        String first = simulator.writeAsContact(thread, "one");
        simulator.writeAsUser(thread, "two");
        CamelContext context = start(UPDATES, this::collect);
        awaitGot("one", "two");
        context.stop();
        simulator.editMessage(thread, first, "one edited");
        simulator.clock().advance(Duration.ofSeconds(2));
        simulator.writeAsContact(thread, "three");
        start(UPDATES, this::collect);
        awaitGot("one", "two", "one edited*", "three");
        assertThat(got).containsExactly("one", "two", "one edited*", "three");
    }

    @Test
    void editComesAtOnceWhereItMovesTheCase() throws Exception {
        simulator.changesTouchCases(true);
        String thread = simulator.openCase("Kim");
        String first = simulator.writeAsContact(thread, "one");
        start(UPDATES, this::collect);
        awaitGot("one");
        simulator.clock().advance(Duration.ofMinutes(1));
        simulator.editMessage(thread, first, "one edited");
        awaitGot("one", "one edited*");
    }

    @Test
    void editOfAnOldMessageComesWhenItIsNamed() throws Exception {
        String thread = simulator.openCase("Kim");
        String old = simulator.writeAsContact(thread, "one");
        CamelContext context = start(UPDATES, this::collect);
        awaitGot("one");
        simulator.clock().advance(Duration.ofMinutes(30));
        simulator.writeAsContact(thread, "two");
        awaitGot("one", "two");
        simulator.editMessage(thread, old, "one edited");
        consumer(context).wake(thread, old);
        awaitGot("one", "two", "one edited*");
        consumer(context).wake(thread, old);
        consumer(context).wake(thread, "424242");
        consumer(context).wake("../../webhook", "1");
        awaitPolls();
        assertThat(got).hasSize(3);
    }

    @Test
    @DisplayName("E7: a message of another thread is not taken for one of the thread that was woken")
    void e7MessageOfAnotherThreadIsNotTaken() throws Exception {
        String thread = simulator.openCase("Kim");
        simulator.writeAsContact(thread, "one");
        String other = simulator.openCase("Lea");
        String foreign = simulator.writeAsContact(other, "foreign");
        CamelContext context = start(UPDATES, this::collect);
        awaitGot("one", "foreign");
        simulator.clock().advance(Duration.ofMinutes(30));
        simulator.writeAsContact(thread, "two");
        simulator.writeAsContact(other, "more");
        awaitGot("one", "foreign", "two", "more");
        simulator.editMessage(other, foreign, "edited");
        simulator.requests().clear();
        consumer(context).wake(thread, foreign);
        await().until(() -> simulator.requests().count("GET", CASE_MESSAGES + "/" + foreign) >= 1);
        awaitPolls();
        assertThat(got).hasSize(4);
    }

    @Test
    void everythingComesAgainWhenItIsAskedFor() throws Exception {
        String thread = simulator.openCase("Kim");
        simulator.writeAsContact(thread, "one");
        simulator.writeAsContact(simulator.openCase("Lea"), "two");
        CamelContext context = start("&startFrom=beginning&pageSize=1", this::collect);
        awaitGot("one", "two");
        Reread reread = consumer(context).reread(Instant.EPOCH);
        await().atMost(Duration.ofSeconds(30)).until(reread::isEnded);
        awaitGot("one", "two", "one*", "two*");
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing, with updates too")
    void d9IdlePollsDeliverNothing() throws Exception {
        simulator.writeAsContact(simulator.openCase("Kim"), "one");
        start(UPDATES, this::collect);
        awaitGot("one");
        awaitPolls();
        assertThat(got).hasSize(1);
    }
}
