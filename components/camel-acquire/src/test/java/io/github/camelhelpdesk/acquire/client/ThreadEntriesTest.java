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

import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.Fixtures;
import io.github.camelhelpdesk.acquire.model.AcquireCase;

class ThreadEntriesTest {

    @Test
    @DisplayName("Q1: of a list of cases, messages come whole where they are, and cases with a last message only are told")
    void q1CasesAreLookedInto() {
        ThreadEntries entries = new ThreadEntries(Fixtures.envelope("list-messages", JsonNode.class).items());

        assertThat(entries.messages()).extracting(item -> item.value().messageId()).containsExactly("90420", "90421");
        assertThat(entries.messages()).extracting(ThreadEntries::createdAt)
                .containsExactly(Instant.parse("2026-10-05T09:16:00Z"), Instant.parse("2026-10-05T09:17:00Z"));
        assertThat(entries.incomplete()).extracting(ThreadEntries.Incomplete::caseId).containsExactly("4055", "4102");
        assertThat(entries.incomplete()).extracting(incomplete -> incomplete.last().value().message()).containsExactly("bye",
                "me again");
        assertThat(entries.cases()).extracting(AcquireCase::id).containsExactly("4055", "4102", "4103", "4104");
    }

    @Test
    @DisplayName("Q1: a list of messages is a list of messages")
    void q1MessagesAreMessages() {
        ThreadEntries entries = new ThreadEntries(
                Fixtures.read("{'data':[{'id':1,'senderType':'user','status':'sent','message':'a'},"
                        + "{'id':2,'senderType':'contact','message':{'msg':'b'}}]}", JsonNode.class).items());

        assertThat(entries.messages()).extracting(item -> item.value().message()).containsExactly("a", "b");
        assertThat(entries.incomplete()).isEmpty();
    }

    @Test
    void whatIsNeitherIsHandedOnAsItCame() {
        ThreadEntries entries = new ThreadEntries(
                Fixtures.read("{'data':[{'id':3,'surprise':1},{'id':4,'senderType':'user','message':[]},5]}", JsonNode.class)
                        .items());

        assertThat(entries.messages()).extracting(item -> item.isReadable()).containsExactly(true, false, false);
        assertThat(entries.messages().get(1).problem()).contains("message");
    }
}
