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
package io.github.camelhelpdesk.acquire.producer;

import org.apache.camel.Producer;

import io.github.camelhelpdesk.acquire.AcquireEndpoint;

/** Which class does which operation. */
public final class AcquireProducers {

    private AcquireProducers() {
    }

    /** The producer for the operation of an endpoint. */
    public static Producer create(AcquireEndpoint endpoint) {
        return switch (endpoint.getOperation()) {
            case sendMessage, sendChat, sendMail, sendSms, updateMessage, deleteMessage, createCase, closeCase,
                    createContact ->
                sending(endpoint);
            default -> reading(endpoint);
        };
    }

    private static Producer reading(AcquireEndpoint endpoint) {
        return switch (endpoint.getOperation()) {
            case listMessages -> new ListMessagesProducer(endpoint);
            case getMessage -> new GetMessageProducer(endpoint);
            case listCases -> new ListCasesProducer(endpoint);
            case getCase -> new GetCaseProducer(endpoint);
            case listContacts -> new ListContactsProducer(endpoint);
            case getContact -> new GetContactProducer(endpoint);
            default -> throw new IllegalArgumentException("acquire:" + endpoint.getOperation() + " is a consumer");
        };
    }

    private static Producer sending(AcquireEndpoint endpoint) {
        return switch (endpoint.getOperation()) {
            case sendMessage -> new SendMessageProducer(endpoint, SendChannel.ofCase);
            case sendChat -> new SendMessageProducer(endpoint, SendChannel.chat);
            case sendMail -> new SendMessageProducer(endpoint, SendChannel.mail);
            case sendSms -> new SendMessageProducer(endpoint, SendChannel.sms);
            case updateMessage -> new UpdateMessageProducer(endpoint);
            case deleteMessage -> new DeleteMessageProducer(endpoint);
            case createCase -> new CreateCaseProducer(endpoint);
            case closeCase -> new CloseCaseProducer(endpoint);
            default -> new CreateContactProducer(endpoint);
        };
    }
}
