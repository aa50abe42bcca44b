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
package io.github.camelhelpdesk.acquire;

import io.github.camelhelpdesk.common.HelpdeskOperation;

/** What an endpoint does; spelled as in its URI. */
public enum AcquireOperation implements HelpdeskOperation {

    /** Reads the messages of the account, or of one conversation, as they are written. */
    messages,
    /** Tells when conversations are opened, closed and assigned. */
    conversations,
    /** Writes into a conversation, on the channel of its case. */
    sendMessage,
    /** Writes a chat message. */
    sendChat,
    /** Sends a mail: to, cc, bcc, subject, HTML. */
    sendMail,
    /** Sends an SMS. */
    sendSms,
    /** Gives the newest messages of a conversation. */
    listMessages,
    /** Gives one message. */
    getMessage,
    /** Changes the text of a message. */
    updateMessage,
    /** Deletes a message for everybody. */
    deleteMessage,
    /** Gives cases: all, those of a contact, or those in a state. */
    listCases,
    /** Gives one case. */
    getCase,
    /** Opens a case. */
    createCase,
    /** Closes a case. */
    closeCase,
    /** Gives the contacts. */
    listContacts,
    /** Gives one contact. */
    getContact,
    /** Creates a contact. */
    createContact
}
