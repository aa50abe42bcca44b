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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Copies of what is stored, for tests. */
final class Snapshots {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };

    private final ChatwootState state;

    Snapshots(ChatwootState state) {
        this.state = state;
    }

    ChatwootMessage message(Message message) {
        return new ChatwootMessage(message.id, message.conversation.id, message.type, message.content,
                MAPPER.convertValue(message.contentAttributes, MAP), message.sourceId, message.isPrivate, message.createdAt,
                message.sender == null ? null : message.sender.storedType(),
                message.sender == null ? null : message.sender.name(),
                message.attachments.stream().map(this::attachment).toList(), message.status, message.delivered);
    }

    ChatwootConversation conversation(Conversation conversation) {
        return new ChatwootConversation(conversation.id, conversation.inbox().id, conversation.contact().id,
                conversation.contact().name, conversation.contactInbox.sourceId(), conversation.status,
                List.copyOf(conversation.labels), conversation.createdAt, conversation.updatedAt,
                conversation.lastActivityAt, conversation.messages.size());
    }

    ChatwootContact contact(Contact contact) {
        return new ChatwootContact(contact.id, contact.name, contact.email, contact.phoneNumber, contact.identifier,
                state.contactInboxes.stream().filter(each -> each.contact() == contact).map(ContactInbox::sourceId).toList());
    }

    ChatwootWebhook webhook(Webhook webhook) {
        return new ChatwootWebhook(webhook.id, webhook.url, webhook.secret, List.copyOf(webhook.subscriptions));
    }

    private ChatwootAttachment attachment(Attachment file) {
        return new ChatwootAttachment(file.id(), file.name(), file.contentType(), file.fileType(), file.content().length,
                state.baseUrl + file.path());
    }
}
