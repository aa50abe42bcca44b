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
package io.github.camelhelpdesk.common.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.RuntimeCamelException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.model.AuthorType;

class UpdatesTest extends ConsumerTestBase {

    @Test
    @DisplayName("E1: an edit made while the consumer was stopped is handed out, in its place, at the next read")
    void e1EditIsNoticedAfterARestart() throws Exception {
        var first = start(SOON + BEGINNING + UPDATES);
        String id = source.write("a", "1");
        source.write("a", "2");
        awaitGot("1", "2");
        first.stop();
        source.edit("a", id, "1 edited");
        source.write("a", "3");
        start(SOON + BEGINNING + UPDATES);
        awaitGot("1", "2", "1 edited*", "3");
        source.write("a", "4");
        awaitGot("1", "2", "1 edited*", "3", "4");
    }

    @Test
    void withoutTheOptionAnEditIsNotHandedOut() throws Exception {
        start(SOON + BEGINNING);
        String id = source.write("a", "1");
        awaitGot("1");
        source.edit("a", id, "1 edited");
        source.write("a", "2");
        awaitGot("1", "2");
    }

    @Test
    void turningTheOptionOnHandsOutWhatIsEditedFromThenOnAndNothingElse() throws Exception {
        var first = start(SOON + BEGINNING);
        String id = source.write("a", "1");
        source.write("a", "2");
        awaitGot("1", "2");
        first.stop();
        start(SOON + BEGINNING + UPDATES);
        source.write("a", "3");
        awaitGot("1", "2", "3");
        source.edit("a", id, "1 edited");
        source.write("a", "4");
        awaitGot("1", "2", "3", "1 edited*", "4");
    }

    @Test
    @DisplayName("O1: an update that fails holds back its conversation and is offered again")
    void o1FailedUpdateIsOfferedAgain() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        start(SOON + BEGINNING + UPDATES, exchange -> {
            if (shown(exchange).equals("1 edited*") && failures.incrementAndGet() <= 2) {
                throw new RuntimeCamelException("not yet");
            }
            collect(exchange);
        });
        String id = source.write("a", "1");
        awaitGot("1");
        source.edit("a", id, "1 edited");
        source.write("a", "2");
        awaitGot("1", "1 edited*", "2");
        assertThat(failures).hasValue(3);
    }

    @Test
    @DisplayName("D9: idle polls deliver nothing, with updates too")
    void d9IdlePollsDeliverNothing() throws Exception {
        start(SOON + BEGINNING + UPDATES);
        source.write("a", "1");
        awaitGot("1");
        awaitPolls(5);
        assertThat(got).hasSize(1);
        assertThat(source.reads).hasValueLessThan(3);
    }

    @Test
    void whatWasNotIncludedHasNoUpdatesEvenIfADeletionChangesWhoWroteIt() throws Exception {
        start(SOON + BEGINNING + UPDATES);
        source.write("a", "automatic", 1, source.now, AuthorType.BOT, false);
        source.write("a", "2");
        awaitGot("2");
        source.replace("a", "1", "deleted", AuthorType.AGENT, false);
        source.write("a", "3");
        awaitGot("2", "3");
    }

    @Test
    void whatWasIncludedKeepsItsUpdatesEvenIfADeletionChangesWhoWroteIt() throws Exception {
        start(SOON + BEGINNING + UPDATES);
        source.write("a", "text", 1, source.now, AuthorType.AGENT, false);
        awaitGot("text");
        source.replace("a", "1", "deleted", AuthorType.SYSTEM, false);
        source.write("a", "2");
        awaitGot("text", "deleted*", "2");
    }

    @Test
    void whatHasBecomePrivateIsNotHandedOut() throws Exception {
        start(SOON + BEGINNING + UPDATES);
        String id = source.write("a", "1");
        awaitGot("1");
        source.replace("a", id, "secret", AuthorType.CUSTOMER, true);
        source.write("a", "2");
        awaitGot("1", "2");
        source.replace("a", id, "public again", AuthorType.CUSTOMER, false);
        source.write("a", "3");
        awaitGot("1", "2", "3");
    }

    @Test
    void positionsOfAnOlderVersionAreStillRead() {
        IdPosition byId = IdPosition.parse("{\"floor\":7,\"sinceId\":0,\"settledAt\":1000,\"seen\":{\"8\":900}}");
        assertThat(byId.owes(message("8"))).isFalse();
        assertThat(byId.remembers(message("8"))).isTrue();
        assertThat(byId.version(message("8"))).isNull();
        TimePosition byTime = TimePosition.parse("{\"since\":0,\"newest\":900,\"settledAt\":1000,\"seen\":{\"8\":900}}");
        assertThat(byTime.owes(message("8"))).isFalse();
        assertThat(byTime.version(message("8"))).isNull();
        AccountCursor account = AccountCursor.parse(
                "{\"base\":\"{\\\"floor\\\":7,\\\"sinceId\\\":0}\",\"mark\":5,\"lagging\":[\"a\"]}", source);
        assertThat(account.lagging()).containsExactly("a");
        assertThat(account.reach().covers(message("7"))).isFalse();
        assertThat(account.reach().covers(message("8"))).isTrue();
    }

    @Test
    void versionsAreForgottenWithTheMessagesThatAreNotReadAgain() {
        IdPosition byId = IdPosition.after(0);
        TimePosition byTime = TimePosition.since(Instant.EPOCH);
        for (Position position : List.of(byId, byTime)) {
            for (int i = 1; i <= 3_000; i++) {
                position.handled(message(Integer.toString(i)), MemorySource.START, "v");
            }
            assertThat(position.toJson().split("\"v\"", -1).length).isLessThan(2_002);
            position.settle(MemorySource.START.plus(Duration.ofHours(1)));
        }
        assertThat(byId.toJson()).doesNotContain("\"v\"");
    }

    private static SourceMessage message(String id) {
        return new SourceMessage(id, MemorySource.START, AuthorType.CUSTOMER, false, "x", Map.of(), null, "v");
    }
}
