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
package io.github.camelhelpdesk.chatwoot.producer;

import org.apache.camel.Producer;

import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;

/** Makes the producer of an operation. */
public final class ChatwootProducers {

    private ChatwootProducers() {
    }

    /**
     * The producer of the endpoint's operation.
     *
     * @throws IllegalArgumentException when the operation is no producer
     */
    public static Producer create(ChatwootEndpoint endpoint) {
        return switch (endpoint.getOperation()) {
            case sendMessage -> new SendMessageProducer(endpoint);
            case listMessages -> new ListMessagesProducer(endpoint);
            case deleteMessage -> new DeleteMessageProducer(endpoint);
            case updateMessageStatus -> new UpdateMessageStatusProducer(endpoint);
            case getConversation -> new GetConversationProducer(endpoint);
            case updateConversationStatus -> new UpdateConversationStatusProducer(endpoint);
            case assignConversation -> new AssignConversationProducer(endpoint);
            case setLabels -> new SetLabelsProducer(endpoint);
            case listConversations -> new ListConversationsProducer(endpoint);
            case searchContacts -> new SearchContactsProducer(endpoint);
            case createContact -> new CreateContactProducer(endpoint);
            case createConversation -> new CreateConversationProducer(endpoint);
            case listInboxes -> new ListInboxesProducer(endpoint);
            case getProfile -> new GetProfileProducer(endpoint);
            case messages, conversations -> throw new IllegalArgumentException("chatwoot:" + endpoint.getOperation()
                    + " is no producer");
        };
    }
}
