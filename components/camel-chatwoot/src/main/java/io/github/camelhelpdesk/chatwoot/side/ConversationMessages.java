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
package io.github.camelhelpdesk.chatwoot.side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.consumer.ConversationReader;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.transform.NeutralMessages;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;

/** All messages of a conversation as neutral messages, by id. */
public final class ConversationMessages {

    private final ChatwootClient client;
    private final String account;

    /**
     * @param client the client
     * @param account the account's identity
     */
    public ConversationMessages(ChatwootClient client, String account) {
        this.client = client;
        this.account = account;
    }

    /** The messages; one that cannot be read bears only its ids, time, kind of author, visibility and {@code raw}. */
    public List<HelpdeskMessage> list(String conversationId) {
        List<HelpdeskMessage> messages = new ArrayList<>();
        ConversationReader reader = new ConversationReader(client, conversationId, 0);
        for (MessageBatch batch = reader.next(); batch != null; batch = reader.next()) {
            batch.messages().forEach(message -> messages.add(neutral(conversationId, message)));
        }
        return List.copyOf(messages);
    }

    /** A file of one of them as it is now; empty when it is there no more. */
    public Optional<Attachment> attachment(String conversationId, String messageId, String attachmentId) {
        long id = Long.parseLong(messageId);
        return client.messages().listBetween(conversationId, id, id + 1).body().payload().stream().filter(Item::isReadable)
                .map(item -> NeutralMessages.of(item.value(), account, null)).filter(message -> messageId.equals(message.id()))
                .flatMap(message -> message.attachments().stream()).filter(file -> file.id().equals(attachmentId)).findFirst();
    }

    private HelpdeskMessage neutral(String conversationId, SourceMessage message) {
        if (message.body() instanceof ChatwootMessage own) {
            ChatwootContact contact = (ChatwootContact) message.headers().get(ChatwootConstants.CONTACT);
            return NeutralMessages.of(own, account, contact);
        }
        return HelpdeskMessage.builder().provider("chatwoot").account(account).conversationId(conversationId).id(message.id())
                .author(new Author(message.author(), null, null, null, null))
                .visibility(message.isPrivate() ? Visibility.PRIVATE : Visibility.PUBLIC)
                .createdAt(message.createdAt()).raw((JsonNode) message.body()).build();
    }
}
