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

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands behind the consumer fails, or runs elsewhere. */
final class RouteRules {

    private RouteRules() {
    }

    static List<ContractRule> all() {
        return List.of(
                ContractRule.of(ContractTopic.FAILING_ROUTE,
                        "O1: a message that fails holds back its own conversation, and the others flow", RouteRules::heldBack),
                ContractRule.of(ContractTopic.FAILING_ROUTE, "O1: a message that fails twice is tried again until it is done",
                        RouteRules::triedAgain),
                ContractRule.of(ContractTopic.HAND_OVER,
                        "D14: a message that was handed over to another thread is done when it is done there",
                        RouteRules::handedOver),
                ContractRule.of(ContractTopic.HAND_OVER, "O1: a failure on another thread holds back its own conversation only",
                        run -> heldBack(run, true)));
    }

    private static void heldBack(ContractRun run) throws Exception {
        heldBack(run, false);
    }

    private static void heldBack(ContractRun run, boolean handedOver) throws Exception {
        String broken = run.open();
        run.write(broken, 3);
        String second = run.expected(broken).get(1);
        String other = run.open();
        run.write(other, 3);
        AtomicBoolean failing = new AtomicBoolean(true);
        run.start(new Reading(Reading.Start.BEGINNING, handedOver, false, message -> {
            if (failing.get() && second.equals(message.text())) {
                throw new IllegalStateException("the rule lets this message fail");
            }
        }));
        run.awaitCount(4);
        run.awaitPolls(2);
        assertEquals(List.of(run.expected(broken).get(0)), run.deliveries.texts().get(broken), "behind the failing message");
        assertEquals(run.expected(other), run.deliveries.texts().get(other), "the other conversation");
        failing.set(false);
        run.awaitAll();
    }

    private static void triedAgain(ContractRun run) throws Exception {
        String conversation = run.open();
        run.write(conversation, 3);
        String second = run.expected(conversation).get(1);
        AtomicInteger failures = new AtomicInteger();
        run.start(Reading.Start.BEGINNING, message -> {
            if (second.equals(message.text()) && failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("the rule lets this message fail");
            }
        });
        run.awaitAll();
        assertEquals(3, failures.get(), "attempts");
    }

    private static void handedOver(ContractRun run) throws Exception {
        run.write(run.open(), 2);
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        run.start(new Reading(Reading.Start.BEGINNING, true, false, message -> {
            begun.incrementAndGet();
            if (!release.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody released the message");
            }
        }));
        Patience.await(() -> begun.get() == 1, () -> "no message came");
        run.awaitPolls(3);
        assertEquals(1, begun.get(), "messages of one conversation that are under way at once");
        release.countDown();
        run.awaitAll();
    }
}
