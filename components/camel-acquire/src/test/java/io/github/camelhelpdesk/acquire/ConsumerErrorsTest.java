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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessageListing;
import io.github.camelhelpdesk.testkit.acquire.AcquirePermission;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

class ConsumerErrorsTest extends AcquireTestBase {

    private static final String BEGINNING = "&startFrom=beginning";

    @Test
    void refusedKeyIsReportedAndReadingGoesOnWhenItIsAccepted() throws Exception {
        simulator.writeAsContact(simulator.openCase("Ann"), "hello");
        simulator.forbid(AcquirePermission.CASE);
        DefaultCamelContext context = start(BEGINNING, this::collect);
        await().untilAsserted(() -> assertThat(simulator.requests().count()).isGreaterThan(1));
        assertThat(context.getRouteController().getRouteStatus("intake").isStarted()).isTrue();
        assertThat(got).isEmpty();
        simulator.permit(AcquirePermission.CASE);
        awaitGot("hello");
    }

    @Test
    void threadThatIsGoneHoldsBackNoOther() throws Exception {
        String gone = simulator.openCase("Ann");
        simulator.writeAsContact(gone, "never");
        simulator.writeAsContact(simulator.openCase("Ben"), "hello");
        Answer notFound = Answer.of(400, "application/json",
                "{\"error\":{\"type\":\"ERROR_RECORD_NOT_FOUND\",\"message\":\"thread not found\"}}");
        simulator.faults().on("GET", MESSAGES)
                .then(execution -> gone.equals(execution.call().query("threadId")) ? notFound : execution.process());
        simulator.faults().on("GET", CASES + "/" + gone).then(Fault.answer(notFound));
        start(BEGINNING, this::collect);
        awaitGot("hello");
        simulator.clock().advance(Duration.ofMinutes(1));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            simulator.requests().clear();
            awaitPolls();
            assertThat(simulator.requests().count("GET", MESSAGES)).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = { 403, 404, 400 })
    @DisplayName("Q1: where the list of a case's messages is refused, the case tells them")
    void q1CasesTellTheirMessagesWhereTheirListIsRefused(int status) throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "1");
        simulator.writeAsContact(thread, "2");
        simulator.closeCase(thread);
        simulator.writeAsContact(thread, "3");
        simulator.faults().on("GET", CASE_MESSAGES).then(Fault.status(status));
        start(BEGINNING + "&include=customer", this::collect);
        awaitGot("1", "2", "3");
        simulator.clock().advance(Duration.ofSeconds(1));
        simulator.writeAsContact(thread, "4");
        simulator.writeAsContact(thread, "5");
        awaitGot("1", "2", "3", "4", "5");
    }

    @Test
    @DisplayName("Q1: where the list of the thread is not there at all, its cases are read, and nothing counts as gone")
    void q1ListOfTheThreadThatIsNotThereIsNoThreadThatIsGone() throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "1");
        simulator.faults().on("GET", MESSAGES).then(Fault.status(404));
        start(BEGINNING, this::collect);
        awaitGot("1");
    }

    @ParameterizedTest
    @EnumSource(MessageListing.class)
    @DisplayName("Q1: where only last messages can be had nothing is read and the account is down; then none is missing")
    void q1NothingIsReadWhereOnlyLastMessagesCanBeHad(MessageListing source) throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "1");
        simulator.writeAsContact(thread, "2");
        AtomicBoolean refusing = new AtomicBoolean(true);
        simulator.faults().on("GET", CASE_MESSAGES)
                .then(execution -> refusing.get() ? Answer.of(404, "application/json", "{}") : execution.process());
        simulator.faults().on("GET", CASES).then(execution -> {
            Answer answer = execution.process();
            return refusing.get() && "messages".equals(execution.call().query("relations"))
                    ? Answer.of(200, "application/json",
                            new String(answer.body(), StandardCharsets.UTF_8).replace("\"messages\"", "\"others\""))
                    : answer;
        });
        DefaultCamelContext context = start(BEGINNING + "&messageSource=" + source, this::collect);
        await().untilAsserted(
                () -> assertThat(health(context).getMessage().orElse("")).contains("Not all messages of case " + thread)
                        .contains("messageSource").contains("API key"));
        assertThat(got).isEmpty();
        simulator.clock().advance(Duration.ofSeconds(1));
        simulator.writeAsContact(thread, "3");
        refusing.set(false);
        simulator.listing(source == MessageListing.thread ? AcquireMessageListing.MESSAGES : AcquireMessageListing.CASES);
        awaitGot("1", "2", "3");
    }

    @Test
    @DisplayName("Q1: a list of messages that comes empty where there are some is not believed")
    void q1EmptyListWhereThereAreMessagesIsNotBelieved() throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "1");
        simulator.writeAsContact(thread, "2");
        simulator.faults().on("GET", CASE_MESSAGES)
                .then(Fault.answer(Answer.of(200, "application/json", "{\"data\":{\"count\":0,\"data\":[]}}")));
        start(BEGINNING, this::collect);
        awaitGot("1", "2");
        simulator.clock().advance(Duration.ofSeconds(1));
        simulator.writeAsContact(thread, "3");
        simulator.writeAsContact(thread, "4");
        awaitGot("1", "2", "3", "4");
    }

    @Test
    @DisplayName("A list that does not heed its filter brings in nothing of another thread")
    void listOfCasesThatDoesNotFilterBringsInNothingOfOthers() throws Exception {
        simulator.writeAsContact(simulator.openCase("Ann"), "Ann's");
        simulator.writeAsContact(simulator.openCase("Ben"), "Ben's");
        AtomicReference<Answer> all = new AtomicReference<>();
        simulator.faults().on("GET", CASES).then(execution -> {
            Answer answer = execution.process();
            all.compareAndSet(null, answer);
            return execution.call().query("where") == null ? answer : all.get();
        });
        start(BEGINNING + "&messageSource=caseMessage", this::collect);
        awaitGot("Ann's", "Ben's");
        awaitPolls();
        assertThat(got).containsExactlyInAnyOrder("Ann's", "Ben's");
    }

    @ParameterizedTest
    @EnumSource(names = { "auto", "caseMessage" })
    @DisplayName("Messages of another case, which a list did not filter out, are none of this one")
    void listOfMessagesThatDoesNotFilterBringsInNothingOfOthers(MessageListing source) throws Exception {
        simulator.writeAsContact(simulator.openCase("Ann"), "Ann's");
        rewrite(CASE_MESSAGES, body -> body.replaceFirst("\"data\":\\s*\\[",
                "\"data\":[{\"id\":1,\"caseId\":1,\"senderType\":\"contact\",\"senderId\":1,\"type\":\"message\","
                        + "\"message\":\"another's\",\"dateCreated\":\"2026-01-01T00:00:00.000Z\"},"));
        start(BEGINNING + "&messageSource=" + source, this::collect);
        awaitGot("Ann's");
        awaitPolls();
        assertThat(got).containsExactly("Ann's");
    }

    @Test
    void unknownFieldsAndNullsAreIgnored() throws Exception {
        simulator.listing(AcquireMessageListing.MESSAGES);
        simulator.writeAsContact(simulator.openCase("Ann"), "hello");
        rewrite(MESSAGES, body -> body.replace("\"meta\":{}", "\"meta\":{\"fields\":{\"a\":{\"kind\":\"boolValue\"}}},"
                + "\"somethingNew\":{\"a\":[1,null]},\"attachments\":[null]"));
        rewrite(CASES, body -> body.replace("\"users\":[", "\"users\":[null,"));
        start(BEGINNING, this::collect);
        awaitGot("hello");
    }

    @Test
    void malformedMessageComesOnceAsUnreadableAndTheOthersAsUsual() throws Exception {
        simulator.listing(AcquireMessageListing.MESSAGES);
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "1");
        String broken = simulator.writeAsContact(thread, "2");
        simulator.writeAsContact(thread, "3");
        rewrite(MESSAGES, body -> body.replaceFirst("(\"id\":" + broken + ",.*?)\"message\":\"2\"", "$1\"message\":[\"2\"]"));
        List<Exchange> exchanges = new CopyOnWriteArrayList<>();
        start(BEGINNING, exchanges::add);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(exchanges).hasSize(3));
        awaitPolls();
        assertThat(exchanges).hasSize(3);
        assertThat(exchanges.get(1).getMessage().getHeader(HelpdeskConstants.UNREADABLE, String.class)).contains("message");
        assertThat(exchanges.get(1).getMessage().getHeader(AcquireConstants.MESSAGE_ID)).isEqualTo(broken);
        assertThat(exchanges.get(1).getMessage().getBody()).isInstanceOf(JsonNode.class);
        assertThat(exchanges).extracting(exchange -> exchange.getMessage().getHeader(HelpdeskConstants.UNREADABLE) == null)
                .containsExactly(true, false, true);
    }

    @Test
    void messageWithoutTimeComesOnce() throws Exception {
        simulator.listing(AcquireMessageListing.MESSAGES);
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "1");
        String timeless = simulator.writeAsContact(thread, "2");
        rewrite(MESSAGES,
                body -> body.replaceFirst("(\"id\":" + timeless + ",.*?)\"dateCreated\":\"[^\"]*\"",
                        "$1\"dateCreated\":\"soon\""));
        List<Object> ids = new CopyOnWriteArrayList<>();
        start(BEGINNING, exchange -> ids.add(exchange.getMessage().getHeader(AcquireConstants.MESSAGE_ID)));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ids).hasSize(2));
        simulator.clock().advance(Duration.ofSeconds(2));
        simulator.writeAsContact(thread, "3");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ids).hasSize(3));
        simulator.clock().advance(Duration.ofMinutes(30));
        simulator.writeAsContact(thread, "4");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ids).hasSizeGreaterThanOrEqualTo(4));
        simulator.clock().advance(Duration.ofMinutes(30));
        simulator.writeAsContact(thread, "5");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ids).hasSizeGreaterThanOrEqualTo(5));
        assertThat(ids).contains(timeless).doesNotHaveDuplicates();
    }

    @Test
    void messageWithoutIdIsLeftOut() throws Exception {
        simulator.listing(AcquireMessageListing.MESSAGES);
        String thread = simulator.openCase("Ann");
        String nameless = simulator.writeAsContact(thread, "1");
        simulator.writeAsContact(thread, "2");
        rewrite(MESSAGES, body -> body.replace("{\"id\":" + nameless + ",", "{\"id\":null,"));
        start(BEGINNING, this::collect);
        awaitGot("2");
    }

    @Test
    void caseThatCannotBeReadIsReadByItsId() throws Exception {
        simulator.writeAsContact(simulator.openCase("Ann"), "hello");
        rewrite(CASES, body -> body.replace("\"title\":\"", "\"title\":{},\"x\":\""));
        start(BEGINNING, this::collect);
        awaitGot("hello");
        awaitPolls();
        assertThat(got).hasSize(1);
    }

    @Test
    void listThatDoesNotAdvanceIsAnErrorAndNotALoss() throws Exception {
        for (int i = 0; i < 8; i++) {
            simulator.writeAsContact(simulator.openCase("Contact " + i), "m" + i);
        }
        DefaultCamelContext context = start(BEGINNING + "&pageSize=3&paging=offset&caseOrder=", this::collect);
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(got).hasSize(8));
        context.stop();
        simulator.faults().on("GET", CASES).then(execution -> {
            Answer answer = execution.process();
            return execution.call().query("offset").equals("0") ? answer
                    : answer.withBody("{\"data\":{\"count\":8,\"limit\":3,\"data\":[{\"id\":1,\"status\":\"active\"}]}}");
        });
        simulator.writeAsContact(simulator.openCase("Late"), "late");
        start("&pageSize=3&paging=offset&caseOrder=", this::collect);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> simulator.requests().list().stream().filter(request -> request.path().equals(CASES)).count() > 12);
        assertThat(got).doesNotContain("late");
        simulator.faults().clear();
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(got).contains("late"));
    }

    @Test
    void namesOfPeopleComeWithTheMessages() throws Exception {
        String thread = simulator.openCase("Ann", "ann@example.org", "+12025550123");
        simulator.writeAsContact(thread, "1");
        simulator.writeAsUser(thread, "2");
        List<Author> authors = new CopyOnWriteArrayList<>();
        List<AcquireContact> contacts = new CopyOnWriteArrayList<>();
        start(BEGINNING, exchange -> {
            authors.add(exchange.getMessage().getHeader(AcquireConstants.AUTHOR, Author.class));
            contacts.add(exchange.getMessage().getHeader(AcquireConstants.CONTACT, AcquireContact.class));
        });
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(authors).hasSize(2));
        assertThat(authors.get(0).name()).isEqualTo("Ann");
        assertThat(authors.get(0).email()).isEqualTo("ann@example.org");
        assertThat(authors.get(1).id()).isEqualTo(simulator.agentId());
        assertThat(authors.get(1).name()).isNotBlank();
        assertThat(contacts).allSatisfy(contact -> assertThat(contact.phone()).isEqualTo("+12025550123"));
    }

    @Test
    void contactsThatMayNotBeReadHoldBackNobody() throws Exception {
        simulator.writeAsContact(simulator.openCase("Ann"), "1");
        simulator.writeAsContact(simulator.openCase("Ben"), "2");
        simulator.forbid(AcquirePermission.CONTACT);
        start(BEGINNING, this::collect);
        awaitGot("1", "2");
    }

    @Test
    void includeChoosesWhoseMessagesCome() throws Exception {
        String thread = simulator.openCase("Ann");
        simulator.writeAsContact(thread, "customer");
        simulator.writeAsUser(thread, "agent");
        simulator.writeNote(thread, "private");
        simulator.writeEvent(thread, "system");
        start(BEGINNING + "&include=system,private", this::collect);
        awaitGot("private", "system");
    }

    private void rewrite(String path, UnaryOperator<String> change) {
        simulator.faults().on("GET", path).then(execution -> {
            Answer answer = execution.process();
            return answer.withBody(change.apply(new String(answer.body(), StandardCharsets.UTF_8)));
        });
    }

    private static HealthCheck.Result health(DefaultCamelContext context) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:intake")).findFirst().orElseThrow();
    }
}
