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

import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Call;

/** A provider as the rules need it: a simulator, in words that all providers share. One small class for each provider. */
public interface ContractDesk extends AutoCloseable {

    HelpdeskSimulator simulator();

    /** What this provider has of what not every provider has. */
    Set<ContractTrait> traits();

    /** Most messages that the API gives in one answer. */
    int messagesPerPage();

    /** Most conversations that the API gives in one answer. */
    int conversationsPerPage();

    /** Path, as a regular expression, of what is asked with each poll, whether there is news or not. */
    String pollPath();

    /** How many such requests a poll makes at most when nothing is new. */
    int requestsPerPoll();

    /** Whether this request reads messages of that conversation. */
    boolean reads(Call call, String conversation);

    /** A new customer opens a conversation. Gives its id. */
    String openConversation(String customer);

    /** The customer writes. Gives the message's id. */
    String write(String conversation, String text);

    /**
     * The message has its id and its time now, and is seen only when the result is run.
     *
     * @throws UnsupportedOperationException without {@link ContractTrait#LATE_MESSAGES}
     */
    default Runnable begin(String conversation, String text) {
        throw new UnsupportedOperationException("no late messages");
    }

    /** The message has another text from now on; whether that is shown, {@link ContractTrait#EDITS} says. */
    void edit(String conversation, String message, String text);

    /** The message is deleted; whether that is shown, {@link ContractTrait#DELETIONS} says. */
    void delete(String conversation, String message);

    /** Id of the message that an object of an answer is; null when it is none. */
    String messageOf(ObjectNode node);

    /** Id of the conversation that an object of an answer is; null when it is none. */
    String conversationOf(ObjectNode node);

    /** Lets the message be answered in a form that cannot be read as a message; its id and its time stay as they are. */
    Fault damaging(String message);

    @Override
    default void close() {
        simulator().close();
    }
}
