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

import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenSimulator;

/** SignalZen; a conversation is a user. Nothing tells of a change of a message, and a deleted one is gone without a trace. */
public final class SignalzenDesk implements ContractDesk {

    private final SignalzenSimulator simulator = SignalzenSimulator.start();

    @Override
    public SignalzenSimulator simulator() {
        return simulator;
    }

    @Override
    public Set<ContractTrait> traits() {
        return Set.of(ContractTrait.LATE_MESSAGES);
    }

    @Override
    public int messagesPerPage() {
        return 99;
    }

    @Override
    public int conversationsPerPage() {
        return 99;
    }

    @Override
    public String pollPath() {
        return "/external/users";
    }

    @Override
    public int requestsPerPoll() {
        return 1;
    }

    @Override
    public boolean reads(Call call, String conversation) {
        return call.path().equals("/external/users/" + conversation + "/messages");
    }

    @Override
    public String openConversation(String customer) {
        return Long.toString(simulator.openUser(customer));
    }

    @Override
    public String write(String conversation, String text) {
        return Long.toString(simulator.writeAsVisitor(Long.parseLong(conversation), text));
    }

    @Override
    public Runnable begin(String conversation, String text) {
        return simulator.beginAsVisitor(Long.parseLong(conversation), text)::commit;
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
        return node.has("body") ? node.path("id").asText() : null;
    }

    @Override
    public String conversationOf(ObjectNode node) {
        return node.has("user_attributes") ? node.path("id").asText() : null;
    }

    @Override
    public Fault damaging(String message) {
        return JsonChanges.ofObject(node -> message.equals(messageOf(node)),
                node -> node.putObject("body").put("not", "a text"));
    }
}
