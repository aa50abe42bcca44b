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

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.acquire.AcquireMessageListing;
import io.github.camelhelpdesk.testkit.acquire.AcquirePermission;

/** The operations that read. */
class OperationsTest extends AcquireTestBase {

    @ParameterizedTest
    @EnumSource(AcquireMessageListing.class)
    void listMessagesGivesAllOldestFirst(AcquireMessageListing listing) throws Exception {
        simulator.listing(listing);
        String thread = simulator.openCase("Ann");
        List<String> ids = IntStream.range(0, 120).mapToObj(i -> simulator.writeAsContact(thread, "m" + i)).toList();
        assertThat(messages(call("acquire:listMessages?threadId=" + thread, null, Map.of())))
                .extracting(AcquireMessage::messageId).containsExactlyElementsOf(ids);
    }

    @Test
    void listMessagesGivesTheNewestWhenThereIsALimit() throws Exception {
        String thread = simulator.openCase("Ann");
        IntStream.range(0, 5).forEach(i -> simulator.writeAsContact(thread, "m" + i));
        Exchange exchange = call("acquire:listMessages", null,
                Map.of(HelpdeskConstants.CONVERSATION_ID, thread, AcquireConstants.LIMIT, 2));
        assertThat(messages(exchange)).extracting(AcquireMessage::message).containsExactly("m3", "m4");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, 100_001 })
    void limitOutOfRangeIsRefused(int limit) throws Exception {
        Exchange exchange = call("acquire:listCases", null, Map.of(AcquireConstants.LIMIT, limit));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(AcquireConstants.LIMIT);
    }

    @Test
    void getMessageGivesOneThatCanBeConverted() throws Exception {
        String thread = simulator.openCase("Ann");
        String id = simulator.writeAsContact(thread, "hello");
        Exchange exchange = call("acquire:getMessage", null, Map.of(AcquireConstants.MESSAGE_ID, id));
        HelpdeskMessage message = exchange.getMessage().getBody(HelpdeskMessage.class);
        assertThat(message.id()).isEqualTo(id);
        assertThat(message.conversationId()).isEqualTo(thread);
        assertThat(message.text()).isEqualTo("hello");
    }

    @Test
    void messageThatIsNotThereIs404() throws Exception {
        Exchange exchange = call("acquire:getMessage", null, Map.of(AcquireConstants.MESSAGE_ID, "123456"));
        assertThat(exchange.getException()).isInstanceOfSatisfying(HelpdeskException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(404);
            assertThat(e).hasMessageContaining("/case-message/123456").hasMessageContaining("ERROR_RECORD_NOT_FOUND");
        });
    }

    @Test
    void listCasesGivesThoseOfAContactInAState() throws Exception {
        String ann = simulator.openCase("Ann");
        String ben = simulator.openCase("Ben");
        simulator.closeCase(ben);
        String annsContact = simulator.contacts().get(0).id();
        assertThat(cases(Map.of())).extracting(AcquireCase::id).containsExactlyInAnyOrder(ann, ben);
        assertThat(cases(Map.of(AcquireConstants.STATUS, "closed"))).extracting(AcquireCase::id).containsExactly(ben);
        assertThat(cases(Map.of(AcquireConstants.CONTACT_ID, annsContact))).extracting(AcquireCase::id).containsExactly(ann);
        assertThat(cases(Map.of(AcquireConstants.CONTACT_ID, annsContact, AcquireConstants.STATUS, "closed"))).isEmpty();
    }

    @Test
    void listCasesTakesFiltersOfAcquire() throws Exception {
        String mail = simulator.receiveMail("Zoe", "zoe@example.org", "My parcel", "Where is it?");
        String other = simulator.receiveMail("Lou", "lou@example.org", "My bill", "Where is it?");
        simulator.openCase("Ann");
        assertThat(cases(Map.of(AcquireConstants.WHERE, "channel|eq|mail"))).extracting(AcquireCase::id)
                .containsExactlyInAnyOrder(mail, other);
        assertThat(
                cases(Map.of(AcquireConstants.WHERE, "channel|eq|mail, title|eq|My bill", AcquireConstants.STATUS, "active")))
                .extracting(AcquireCase::id).containsExactly(other);
        assertThat(call("acquire:listCases", null, Map.of(AcquireConstants.WHERE, "mail")).getException())
                .hasMessageContaining(AcquireConstants.WHERE).hasMessageContaining("column|expression|value");
    }

    @Test
    void listContactsGivesAllPagesAndWhatASearchFinds() throws Exception {
        IntStream.range(0, 120).forEach(i -> simulator.openCase("Contact " + i, "c" + i + "@example.org", null));
        assertThat(contacts("?pageSize=25", Map.of())).hasSize(120);
        assertThat(contacts("?pageSize=25&paging=offset", Map.of(AcquireConstants.LIMIT, 60))).hasSize(60);
        assertThat(contacts("", Map.of(AcquireConstants.SEARCH, "c117@example.org"))).extracting(AcquireContact::displayName)
                .containsExactly("Contact 117");
        String id = simulator.contacts().get(3).id();
        assertThat(contacts("", Map.of(AcquireConstants.WHERE, "id|eq|" + id))).extracting(AcquireContact::id)
                .containsExactly(id);
    }

    private List<AcquireContact> contacts(String options, Map<String, Object> headers) throws Exception {
        Exchange exchange = call("acquire:listContacts" + options, null, headers);
        assertThat(exchange.getException()).isNull();
        List<?> found = exchange.getMessage().getBody(List.class);
        return found.stream().map(AcquireContact.class::cast).toList();
    }

    @Test
    void stateThatThereIsNotIsRefused() throws Exception {
        assertThat(call("acquire:listCases", null, Map.of(AcquireConstants.STATUS, "open")).getException())
                .hasMessageContaining(AcquireConstants.STATUS).hasMessageContaining("pending, queue, active, closed");
    }

    @Test
    void listCasesGivesAllPages() throws Exception {
        IntStream.range(0, 120).forEach(i -> simulator.openCase("Contact " + i));
        Exchange exchange = call("acquire:listCases?pageSize=25", null, Map.of());
        assertThat(exchange.getMessage().getBody(List.class)).hasSize(120);
        assertThat(call("acquire:listCases?pageSize=25", null, Map.of(AcquireConstants.LIMIT, 60)).getMessage()
                .getBody(List.class))
                .hasSize(60);
    }

    @Test
    void getCaseGivesTheCaseOfTheHeaderOrTheFirstOfTheThread() throws Exception {
        String first = simulator.openCase("Ann");
        simulator.closeCase(first);
        String second = simulator.reopenCase(first);
        Exchange exchange = call("acquire:getCase?threadId=" + first, null, Map.of());
        assertThat(exchange.getMessage().getBody(AcquireCase.class).id()).isEqualTo(first);
        exchange = call("acquire:getCase?threadId=" + first, null, Map.of(AcquireConstants.CASE_ID, second));
        assertThat(exchange.getMessage().getBody(AcquireCase.class).id()).isEqualTo(second);
        assertThat(exchange.getMessage().getHeader(AcquireConstants.THREAD_ID)).isEqualTo(first);
        assertThat(exchange.getMessage().getHeader(AcquireConstants.CONTACT_ID)).isEqualTo(simulator.contacts().get(0).id());
    }

    @Test
    void contactsComeWithTheirFields() throws Exception {
        simulator.openCase("Ann", "ann@example.org", "+12025550123");
        String id = simulator.contacts().get(0).id();
        List<?> all = call("acquire:listContacts", null, Map.of()).getMessage().getBody(List.class);
        AcquireContact one = call("acquire:getContact?contactId=" + id, null, Map.of()).getMessage()
                .getBody(AcquireContact.class);
        assertThat(all).hasSize(1);
        for (AcquireContact contact : List.of((AcquireContact) all.get(0), one)) {
            assertThat(contact.displayName()).isEqualTo("Ann");
            assertThat(contact.email()).isEqualTo("ann@example.org");
            assertThat(contact.phone()).isEqualTo("+12025550123");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "getMessage", "getContact", "getCase", "listMessages" })
    void idThatCameWithAMessageOfAnotherAccountIsNotTaken(String operation) throws Exception {
        Exchange exchange = call("acquire:" + operation, null,
                Map.of(HelpdeskConstants.PROVIDER, "chatwoot", HelpdeskConstants.ACCOUNT, "x", AcquireConstants.MESSAGE_ID, "1",
                        AcquireConstants.CONTACT_ID, "1", AcquireConstants.CASE_ID, "1", AcquireConstants.THREAD_ID, "1"));
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("header");
        assertThat(simulator.requests().count()).isZero();
    }

    @Test
    void missingPermissionSaysWhatToChange() throws Exception {
        simulator.forbid(AcquirePermission.CASE);
        assertThat(call("acquire:listCases", null, Map.of()).getException())
                .hasMessageContaining("was made without the permission").hasMessageContaining("apiKey");
    }

    @Test
    void keyIsSentAsHeaderOnly() throws Exception {
        call("acquire:listCases", null, Map.of());
        assertThat(simulator.requests().list()).allSatisfy(request -> {
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.query()).doesNotContain(simulator.apiKey());
        });
    }

    private List<AcquireCase> cases(Map<String, Object> headers) throws Exception {
        List<?> found = call("acquire:listCases", null, headers).getMessage().getBody(List.class);
        return found.stream().map(AcquireCase.class::cast).toList();
    }

    private static List<AcquireMessage> messages(Exchange exchange) {
        List<?> found = exchange.getMessage().getBody(List.class);
        return found.stream().map(AcquireMessage.class::cast).toList();
    }
}
