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
package io.github.camelhelpdesk.routes.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.camel.Component;

import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** A provider as the tests of all providers need it: one small class for each, listed in {@link Providers}. */
public interface Provider {

    /** Scheme of the component. */
    String scheme();

    /** As people call it. */
    String title();

    /** A simulator of its own. */
    ContractDesk desk();

    /** The component, set up for this simulator, without a limit of its own on requests. */
    Component component(HelpdeskSimulator simulator);

    /** An operation that reads a list and needs nothing for it. */
    String list();

    /** The credential that must never be told. */
    String secret(HelpdeskSimulator simulator);

    /** The errors that it is known to answer with. */
    List<ErrorAnswer> errors();

    /** Whether its API writes messages. */
    default boolean sends() {
        return true;
    }

    /** How many requests a poll makes of an account with that many conversations when nothing is new. */
    int requestsOfAnIdlePoll(int conversations);

    /** How many requests read the first message since the start; each later one takes one. */
    default int readsOfTheFirstMessage() {
        return 1;
    }

    /** How many requests ask for a customer of whom nothing was heard before, beyond those of a message. */
    default int requestsForANewCustomer() {
        return 0;
    }

    /** How often a conversation is read once more when it has been quiet for a while, for what may have come late. */
    default int readsOfAQuietConversation() {
        return 0;
    }

    /** Whether what a poll has found is settled by that, or only by a sweep of the whole account, every quarter of an hour. */
    default boolean movesItsMarkWithAnyPoll() {
        return true;
    }

    /** The agent answers in a conversation. */
    void answer(HelpdeskSimulator simulator, String conversation, String text);

    /** Further options, each with an ampersand in front, that keep rare sweeps of the whole account out of what is counted. */
    default String optionsWithoutSweeps() {
        return "";
    }

    /** The ids of the docs, and what stands for each at this simulator, where they are then made. */
    Map<String, String> documentedIds(HelpdeskSimulator simulator);

    /**
     * Has webhooks sent to this address, as far as that can be done before anybody listens there.
     *
     * @return the secret or token by which they are verified
     */
    String registerWebhook(HelpdeskSimulator simulator, String url);

    /** Has webhooks sent to this address, now that somebody listens there; only where that must be so. */
    default void confirmWebhook(HelpdeskSimulator simulator, String url) {
    }

    /** Lets something happen in a conversation of which the provider tells by a webhook; by default somebody writes. */
    default void stir(ContractDesk desk, String conversation) {
        desk.write(conversation, "urgent, written at " + System.nanoTime());
    }

    /** The ids of all conversations. */
    List<String> conversations(HelpdeskSimulator simulator);

    /**
     * Lets somebody write a message of this kind, in a conversation of its own that begins with the kind's opening, and of
     * whose customer the provider knows all that it can.
     *
     * @return the conversation; empty when the provider has no such messages
     */
    Optional<String> write(HelpdeskSimulator simulator, RichMessage kind);

    /** What a conversation holds, as people see it there. */
    List<StoredMessage> stored(HelpdeskSimulator simulator, String conversation);

    /** What its API answers about a conversation. */
    ConversationAnswers answers(HelpdeskSimulator simulator, String conversation);

    /** Somebody closes a conversation. */
    void close(HelpdeskSimulator simulator, String conversation);

    /** Somebody opens a conversation again. */
    void reopen(HelpdeskSimulator simulator, String conversation);

    /** Whether its API shows that a conversation was closed. */
    default boolean showsClosing() {
        return true;
    }

    /** Whether a conversation is closed. */
    boolean isClosed(HelpdeskSimulator simulator, String conversation);

    @Override
    String toString();
}
