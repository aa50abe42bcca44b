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

import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.common.HelpdeskOperation;

/** What an endpoint does; spelled as in its URI. */
public enum AcquireOperation implements HelpdeskOperation {

    /** Reads the messages of the account, or of one conversation, as they are written. */
    messages(true),
    /** Tells when conversations are opened, closed and assigned. */
    conversations(true),
    /** Writes into a conversation, on the channel of its case. */
    sendMessage(false),
    /** Writes a chat message. */
    sendChat(false),
    /** Sends a mail: to, cc, bcc, subject, HTML. */
    sendMail(false),
    /** Sends an SMS. */
    sendSms(false),
    /** Gives the newest messages of a conversation. */
    listMessages(false),
    /** Gives one message. */
    getMessage(false),
    /** Changes the text of a message. */
    updateMessage(false),
    /** Deletes a message for everybody. */
    deleteMessage(false),
    /** Gives cases: all, those of a contact, or those in a state. */
    listCases(false),
    /** Gives one case. */
    getCase(false),
    /** Opens a case. */
    createCase(false),
    /** Closes a case. */
    closeCase(false),
    /** Gives the contacts. */
    listContacts(false),
    /** Gives one contact. */
    getContact(false),
    /** Creates a contact. */
    createContact(false);

    private final boolean consumer;

    AcquireOperation(boolean consumer) {
        this.consumer = consumer;
    }

    /**
     * The operation of a name.
     *
     * @throws IllegalArgumentException when there is none; names those that there are
     */
    static AcquireOperation parse(String name) {
        return Arrays.stream(values()).filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("acquire has no operation '" + name + "'; use one of "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    @Override
    public boolean isConsumer() {
        return consumer;
    }
}
