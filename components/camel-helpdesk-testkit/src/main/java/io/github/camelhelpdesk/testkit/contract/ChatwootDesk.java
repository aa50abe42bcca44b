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

import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Call;

/** Chatwoot. */
public final class ChatwootDesk implements ContractDesk {

    private final ChatwootSimulator simulator = ChatwootSimulator.start();

    @Override
    public ChatwootSimulator simulator() {
        return simulator;
    }

    @Override
    public Set<ContractTrait> traits() {
        return Set.of(ContractTrait.EDITS, ContractTrait.DELETIONS, ContractTrait.LATE_MESSAGES);
    }

    @Override
    public int messagesPerPage() {
        return 100;
    }

    @Override
    public int conversationsPerPage() {
        return 25;
    }

    @Override
    public String pollPath() {
        return ".*/conversations";
    }

    @Override
    public int requestsPerPoll() {
        return 1;
    }

    @Override
    public boolean reads(Call call, String conversation) {
        return call.path().endsWith("/conversations/" + conversation + "/messages");
    }

    @Override
    public String openConversation(String customer) {
        return Long.toString(simulator.openConversation(customer));
    }

    @Override
    public String write(String conversation, String text) {
        return Long.toString(simulator.writeAsCustomer(Long.parseLong(conversation), text));
    }

    @Override
    public Runnable begin(String conversation, String text) {
        return simulator.beginAsCustomer(Long.parseLong(conversation), text)::commit;
    }

    @Override
    public void edit(String conversation, String message, String text) {
        simulator.editMessage(Long.parseLong(conversation), Long.parseLong(message), text);
    }

    @Override
    public void delete(String conversation, String message) {
        simulator.deleteMessage(Long.parseLong(conversation), Long.parseLong(message));
    }

    @Override
    public String messageOf(ObjectNode node) {
        return node.has("content") ? node.path("id").asText() : null;
    }

    @Override
    public String conversationOf(ObjectNode node) {
        return node.has("meta") && node.has("id") ? node.path("id").asText() : null;
    }

    @Override
    public Fault damaging(String message) {
        return JsonChanges.ofObject(node -> message.equals(messageOf(node)),
                node -> node.putObject("content").put("not", "a text"));
    }
}
