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

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Call;

/** Channel.io. */
public final class ChannelioDesk implements ContractDesk {

    private final ChannelioSimulator simulator = ChannelioSimulator.start();

    @Override
    public ChannelioSimulator simulator() {
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
        return "/open/v5/user-chats";
    }

    @Override
    public int requestsPerPoll() {
        return 6;
    }

    @Override
    public boolean reads(Call call, String conversation) {
        return call.path().equals("/open/v5/user-chats/" + conversation + "/messages");
    }

    @Override
    public String openConversation(String customer) {
        return simulator.openUserChat(customer);
    }

    @Override
    public String write(String conversation, String text) {
        return simulator.writeAsCustomer(conversation, text);
    }

    @Override
    public Runnable begin(String conversation, String text) {
        return simulator.beginAsCustomer(conversation, text)::commit;
    }

    @Override
    public void edit(String conversation, String message, String text) {
        simulator.editMessage(conversation, message, text);
    }

    @Override
    public void delete(String conversation, String message) {
        simulator.removeMessage(conversation, message);
    }

    @Override
    public String messageOf(ObjectNode node) {
        return node.has("blocks") ? node.path("id").asText() : null;
    }

    @Override
    public String conversationOf(ObjectNode node) {
        return node.has("userId") && node.has("state") ? node.path("id").asText() : null;
    }

    @Override
    public Fault damaging(String message) {
        return JsonChanges.ofObject(node -> message.equals(messageOf(node)),
                node -> node.put("blocks", "?"));
    }
}
