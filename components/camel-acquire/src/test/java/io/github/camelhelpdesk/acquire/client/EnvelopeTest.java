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
package io.github.camelhelpdesk.acquire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.Fixtures;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireSmsAnswer;
import io.github.camelhelpdesk.common.http.Item;

class EnvelopeTest {

    @ParameterizedTest
    @ValueSource(strings = { "{'data':[{'id':1},{'id':2}]}",
            "{'data':{'page':0,'offset':0,'limit':20,'count':2,'data':[{'id':1},{'id':2}]}}",
            "{'data':{'list':[{'id':1},{'id':2}],'counts':{'filteredCount':2}}}",
            "{'data':{'count':2,'rows':[{'id':1},{'id':2}]}}",
            "{'data':{'0':{'id':1},'1':{'id':2},'userId':3}}", "[{'id':1},{'id':2}]", "{'list':[{'id':1},{'id':2}]}",
            "{'success':true,'data':[{'id':1},{'id':2}],'more':{'data':[{'id':3}]}}" })
    void everyShapeOfAListIsRead(String json) {
        Envelope<AcquireContact> envelope = Fixtures.read(json, AcquireContact.class);

        assertThat(envelope.isList()).isTrue();
        assertThat(envelope.items()).extracting(item -> item.value().id()).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'data':[]}", "{'data':{'count':0,'data':[]}}",
            "{'data':{'list':[],'counts':{'filteredCount':0}}}" })
    void emptyListIsAList(String json) {
        Envelope<AcquireContact> envelope = Fixtures.read(json, AcquireContact.class);

        assertThat(envelope.isList()).isTrue();
        assertThat(envelope.items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'data':{'id':7,'fields':{'name':'Ann'}}}", "{'id':7,'fields':{'name':'Ann'}}" })
    void singleObjectIsOneItem(String json) {
        Envelope<AcquireContact> envelope = Fixtures.read(json, AcquireContact.class);

        assertThat(envelope.isList()).isFalse();
        assertThat(envelope.items()).singleElement().satisfies(item -> {
            assertThat(item.value().id()).isEqualTo("7");
            assertThat(item.value().displayName()).isEqualTo("Ann");
        });
    }

    @Test
    void fieldsOfAContactMayBeAListOfDescribedValues() {
        AcquireContact contact = Fixtures.read("{'data':{'id':7,'fields':[{'value':'ann@example.org','contactId':7,"
                + "'field':{'object':'contact','key':'email'}},{'value':null,'field':{'key':'phone'}}]}}", AcquireContact.class)
                .items()
                .get(0).value();
        assertThat(contact.email()).isEqualTo("ann@example.org");
        assertThat(contact.phone()).isNull();
        assertThat(contact.displayName()).isEqualTo("#7");
    }

    @Test
    void countAndLimitAreTold() {
        Envelope<AcquireContact> paged = Fixtures.read("{'data':{'page':2,'limit':20,'count':57,'data':[{'id':1}]}}",
                AcquireContact.class);
        assertThat(paged.count()).isEqualTo(57);
        assertThat(paged.limit()).isEqualTo(20);
        assertThat(Fixtures.read("{'data':{'counts':{'filteredCount':3},'list':[]}}", AcquireContact.class).count())
                .isEqualTo(3);
        assertThat(Fixtures.read("{'data':[]}", AcquireContact.class).count()).isNull();
    }

    @Test
    void itemOfAnotherShapeDoesNotTakeTheListWithIt() {
        Envelope<AcquireMessage> envelope = Fixtures.read("{'data':[{'id':1},null,7,{'id':{}},{'id':2}]}",
                AcquireMessage.class);

        assertThat(envelope.items()).extracting(Item::isReadable).containsExactly(true, false, false, false, true);
        assertThat(envelope.items().get(3).problem()).contains("id");
    }

    @Test
    void messageOfAnSmsAnswerIsOneLevelDeeper() {
        AcquireSmsAnswer answer = Fixtures.single("sms-answer", AcquireSmsAnswer.class);

        assertThat(answer.data().messageId()).isEqualTo("90600");
        assertThat(answer.cas().thread()).isEqualTo("4290");
    }

    @Test
    void textIsNoAnswer() {
        assertThatThrownBy(() -> Fixtures.read("'ok'", AcquireMessage.class)).hasMessageContaining("Envelope");
    }
}
