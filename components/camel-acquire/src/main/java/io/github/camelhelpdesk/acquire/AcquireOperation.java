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

    /** Reads messages. */
    messages(true),
    /** Reads what happens to conversations. */
    conversations(true),
    /** Answers on the case's own channel. */
    sendMessage(false),
    sendChat(false),
    sendMail(false),
    sendSms(false),
    listMessages(false),
    getMessage(false),
    updateMessage(false),
    deleteMessage(false),
    listCases(false),
    getCase(false),
    createCase(false),
    closeCase(false),
    listContacts(false),
    getContact(false),
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
