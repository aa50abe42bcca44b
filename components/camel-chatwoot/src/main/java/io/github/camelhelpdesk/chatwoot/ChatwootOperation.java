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
package io.github.camelhelpdesk.chatwoot;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.common.HelpdeskOperation;

/** What an endpoint does; the constants are spelled as in its URI. */
public enum ChatwootOperation implements HelpdeskOperation {
    /** Reads the messages of the account, or of one conversation, as they are written. */
    messages(true),
    /** Tells what happens to the conversations of the account, or to one of them. */
    conversations(true),
    /** Writes a message into a conversation. */
    sendMessage(false),
    /** Gives all messages of a conversation. */
    listMessages(false),
    /** Deletes a message for everybody. */
    deleteMessage(false),
    /** Says whether a message was delivered, read or failed. */
    updateMessageStatus(false),
    /** Gives all conversations, or those in a state or of an inbox. */
    listConversations(false),
    /** Gives one conversation. */
    getConversation(false),
    /** Finds contacts by a part of their name, e-mail address, phone number or identifier. */
    searchContacts(false),
    /** Creates a contact. */
    createContact(false),
    /** Opens a conversation with a contact. */
    createConversation(false),
    /** Opens, resolves or snoozes a conversation. */
    updateConversationStatus(false),
    /** Assigns a conversation to an agent or a team. */
    assignConversation(false),
    /** Sets the labels of a conversation. */
    setLabels(false),
    /** Gives the inboxes that the token's owner sees. */
    listInboxes(false),
    /** Gives the token's owner, with the accounts it is good for. */
    getProfile(false);

    private final boolean consumer;

    ChatwootOperation(boolean consumer) {
        this.consumer = consumer;
    }

    @Override
    public boolean isConsumer() {
        return consumer;
    }

    /**
     * Reads the operation of a URI.
     *
     * @throws IllegalArgumentException when there is none of that name; lists those there are
     */
    static ChatwootOperation parse(String name) {
        return Arrays.stream(values()).filter(operation -> operation.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("chatwoot has no operation '" + name + "'; use from chatwoot:"
                        + names(true) + ", or to chatwoot: with " + names(false)));
    }

    /** The names of all consumer or all producer operations, as messages list them. */
    static String names(boolean consumer) {
        return Arrays.stream(values()).filter(operation -> operation.consumer == consumer).map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
