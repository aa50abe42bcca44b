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
package io.github.camelhelpdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.SideCapability;
import io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder;
import io.github.camelhelpdesk.sync.fake.Bridge;
import io.github.camelhelpdesk.sync.fake.FakeDesk;

/** What the sender is told to put before a mail's text where the target has no subjects. */
class SubjectTest {

    @TempDir
    Path directory;

    private final FakeDesk alpha = new FakeDesk("a");
    private final FakeDesk beta = new FakeDesk("b");

    private Bridge running(String moreOptions) throws Exception {
        return Bridge.running(directory.resolve("ledger.db"), alpha, beta, moreOptions);
    }

    private static HelpdeskMessageBuilder mail(String conversation, String id, String subject) {
        return Bridge.message(conversation, id).subject(subject);
    }

    @Test
    void subjectIsToldOnceAndWhenItChanges() throws Exception {
        try (Bridge bridge = running("")) {
            bridge.write(mail("c1", "1", "Order 17").build());
            bridge.write("c1", "2");
            bridge.write(mail("c1", "3", "Re: Order 17").build());
            bridge.write(mail("c1", "4", "Invoice").build());
            bridge.write(mail("c1", "5", "AW: Invoice").build());
            bridge.write(mail("c2", "6", "Re: Order 17").build());
            bridge.awaitDelivered(6);
            assertThat(beta.calls).extracting(FakeDesk.Call::text, FakeDesk.Call::subjectLine).containsExactlyInAnyOrder(
                    tuple("1", "Subject: Order 17\n"), tuple("2", null), tuple("3", null), tuple("4", "Subject: Invoice\n"),
                    tuple("5", null), tuple("6", "Subject: Re: Order 17\n"));
        }
    }

    @Test
    void editBearsTheLineOfItsMessageWhateverWasWrittenSince() throws Exception {
        beta.capabilities = Set.of(SideCapability.EDIT);
        try (Bridge bridge = running("")) {
            bridge.write(mail("c1", "1", "Order 17").build());
            bridge.write(mail("c1", "2", "Re: Order 17").build());
            bridge.write(mail("c1", "3", "Invoice").build());
            bridge.awaitDelivered(3);
            bridge.update(mail("c1", "1", "Order 17").text("1, edited").build());
            bridge.update(mail("c1", "2", "Re: Order 17").text("2, edited").build());
            bridge.awaitDelivered(5);
            assertThat(beta.calls.subList(3, 5)).extracting(FakeDesk.Call::text, FakeDesk.Call::subjectLine)
                    .containsExactly(tuple("1, edited", "Subject: Order 17\n"), tuple("2, edited", null));
        }
    }

    @Test
    void noticeOfAnEditBearsNone() throws Exception {
        try (Bridge bridge = running("")) {
            bridge.write(mail("c1", "1", "Order 17").build());
            bridge.awaitDelivered(1);
            bridge.update(mail("c1", "1", "Order 17").text("1, edited").build());
            bridge.awaitDelivered(2);
            assertThat(beta.calls.get(1).subjectLine()).isNull();
        }
    }

    @Test
    void messageInDoubtBearsTheSameLineAgain() throws Exception {
        try (Bridge bridge = running("&settleTime=0")) {
            bridge.write(mail("c1", "1", "Order 17").build());
            bridge.awaitDelivered(1);
            AtomicBoolean losing = new AtomicBoolean(true);
            beta.afterSend = call -> {
                if (losing.getAndSet(false)) {
                    throw new HelpdeskException("The answer was lost", Outcome.UNCLEAR, 0, null, false, null);
                }
            };
            bridge.write(mail("c1", "2", "Invoice").build());
            bridge.awaitDelivered(2);
            assertThat(beta.calls).filteredOn(call -> call.text().equals("2")).hasSizeGreaterThan(1)
                    .extracting(FakeDesk.Call::subjectLine).containsOnly("Subject: Invoice\n");
        }
    }

    /** Its copy may be there with that line, and where marks are lost it is known by its text only. */
    @Test
    @DisplayName("D3: a message in doubt bears the same line again, though a parked one before it has come back meanwhile")
    void d3MessageInDoubtBearsTheSameLineWhateverWasReplayedBeforeIt() throws Exception {
        beta.capabilities = Set.of(SideCapability.EDIT);
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean losing = new AtomicBoolean(true);
        beta.afterSend = call -> {
            if (call.text().equals("2") && losing.getAndSet(false)) {
                sent.countDown();
                awaitQuietly(go);
                throw new HelpdeskException("The answer was lost", Outcome.UNCLEAR, 0, null, false, null);
            }
        };
        try (Bridge bridge = running("&settleTime=0&onFinalFailure=goOn")) {
            bridge.unreadable("c1", "1", false);
            bridge.write(mail("c1", "2", "Re: Order 17").build());
            assertThat(sent.await(60, TimeUnit.SECONDS)).isTrue();
            bridge.write(mail("c1", "1", "Order 17").build());
            go.countDown();
            bridge.awaitDelivered(2);
            assertThat(beta.callsFor("2")).hasSizeGreaterThan(1).extracting(FakeDesk.Call::subjectLine)
                    .containsOnly("Subject: Re: Order 17\n");
            bridge.update(mail("c1", "2", "Re: Order 17").text("2, edited").build());
            bridge.awaitDelivered(3);
            assertThat(beta.callsFor("2, edited")).extracting(FakeDesk.Call::subjectLine)
                    .containsOnly("Subject: Re: Order 17\n");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void templateIsTheUsers() throws Exception {
        try (Bridge bridge = running("&subjectTemplate=RAW(Betreff: {subject})")) {
            bridge.write(mail("c1", "1", "Order 17").build());
            bridge.awaitDelivered(1);
            assertThat(beta.calls.get(0).subjectLine()).isEqualTo("Betreff: Order 17\n");
        }
    }
}
