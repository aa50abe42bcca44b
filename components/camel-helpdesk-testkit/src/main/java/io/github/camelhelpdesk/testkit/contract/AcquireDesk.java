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

import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Call;

/** Acquire; a conversation is a thread. Deleted messages are gone without a trace. */
public final class AcquireDesk implements ContractDesk {

    private final AcquireSimulator simulator = AcquireSimulator.start();

    @Override
    public AcquireSimulator simulator() {
        return simulator;
    }

    @Override
    public Set<ContractTrait> traits() {
        return Set.of(ContractTrait.EDITS, ContractTrait.LATE_MESSAGES);
    }

    @Override
    public int messagesPerPage() {
        return 100;
    }

    @Override
    public int conversationsPerPage() {
        return 100;
    }

    @Override
    public String pollPath() {
        return ".*/crm/objects/case";
    }

    @Override
    public int requestsPerPoll() {
        return 1;
    }

    @Override
    public boolean reads(Call call, String conversation) {
        String where = call.query("where");
        return conversation.equals(call.query("threadId"))
                || where != null && where.matches("(caseId|id|parentId|threadId)\\|eq\\|" + conversation);
    }

    @Override
    public String openConversation(String customer) {
        return simulator.openCase(customer);
    }

    @Override
    public String write(String conversation, String text) {
        return simulator.writeAsContact(conversation, text);
    }

    @Override
    public Runnable begin(String conversation, String text) {
        return simulator.beginAsContact(conversation, text)::commit;
    }

    @Override
    public void edit(String conversation, String message, String text) {
        simulator.editMessage(conversation, message, text);
    }

    @Override
    public void delete(String conversation, String message) {
        simulator.deleteMessage(conversation, message);
    }

    @Override
    public String messageOf(ObjectNode node) {
        return node.has("message") ? node.path("id").asText() : null;
    }

    @Override
    public String conversationOf(ObjectNode node) {
        return node.has("threadId") && !node.has("message") ? node.path("threadId").asText() : null;
    }

    @Override
    public Fault damaging(String message) {
        return JsonChanges.ofObject(node -> message.equals(messageOf(node)),
                node -> node.putArray("message").add(1));
    }
}
