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

import io.github.camelhelpdesk.common.HelpdeskOperation;

/** What an endpoint does; the constants are spelled as in its URI. */
public enum ChatwootOperation implements HelpdeskOperation {
    /** Reads the messages of the account, or of one conversation, as they are written. */
    messages,
    /** Tells what happens to the conversations of the account, or to one of them. */
    conversations,
    /** Writes a message into a conversation. */
    sendMessage,
    /** Gives all messages of a conversation. */
    listMessages,
    /** Deletes a message for everybody. */
    deleteMessage,
    /** Says whether a message was delivered, read or failed. */
    updateMessageStatus,
    /** Gives all conversations, or those in a state or of an inbox. */
    listConversations,
    /** Gives one conversation. */
    getConversation,
    /** Finds contacts by a part of their name, e-mail address, phone number or identifier. */
    searchContacts,
    /** Creates a contact. */
    createContact,
    /** Opens a conversation with a contact. */
    createConversation,
    /** Opens, resolves or snoozes a conversation. */
    updateConversationStatus,
    /** Assigns a conversation to an agent or a team. */
    assignConversation,
    /** Sets the labels of a conversation. */
    setLabels,
    /** Gives the inboxes that the token's owner sees. */
    listInboxes,
    /** Gives the token's owner, with the accounts it is good for. */
    getProfile
}
