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
package io.github.camelhelpdesk.chatwoot.consumer;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.client.MessagePage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootAttachment;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.transform.NeutralMessages;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageVersion;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;

/** Makes batches for the consumer of what a list of messages holds. */
final class SourceMessages {

    private final String conversationId;
    private final ProviderClock clock;

    SourceMessages(String conversationId, ProviderClock clock) {
        this.conversationId = conversationId;
        this.clock = clock;
    }

    /** A batch of an answer, by id. */
    MessageBatch batch(HttpAnswer<MessagePage> answer) {
        Instant readAt = clock.observe(answer.date());
        ChatwootContact contact = answer.body().contact();
        List<SourceMessage> messages = answer.body().payload().stream().map(item -> message(item, contact, readAt))
                .filter(Objects::nonNull).sorted(Comparator.comparingLong(message -> Long.parseLong(message.id()))).toList();
        return new MessageBatch(messages, readAt);
    }

    /** The id of an item, 0 when it has none. */
    static long id(Item<ChatwootMessage> item) {
        Long id = item.isReadable() ? item.value().id() : Long.valueOf(item.raw().path("id").asLong());
        return id == null ? 0 : id;
    }

    private SourceMessage message(Item<ChatwootMessage> item, ChatwootContact contact, Instant readAt) {
        if (!item.isReadable()) {
            return UnreadableItems.message(item, conversationId, readAt);
        }
        ChatwootMessage message = item.value().of(Long.valueOf(conversationId));
        if (message.id() == null) {
            return UnreadableItems.withoutId("message in conversation " + conversationId);
        }
        Map<String, Object> headers = new HashMap<>();
        headers.put(ChatwootConstants.CONVERSATION_ID, Long.valueOf(conversationId));
        headers.put(ChatwootConstants.MESSAGE_ID, message.id());
        if (message.inboxId() != null) {
            headers.put(ChatwootConstants.INBOX_ID, message.inboxId());
        }
        if (contact != null) {
            headers.put(ChatwootConstants.CONTACT, contact);
        }
        return new SourceMessage(message.id().toString(), message.createdAt() == null ? readAt : message.createdAt(),
                NeutralMessages.authorType(message), message.isPrivate(), message, headers, null, version(message),
                message.isDeleted() && NeutralMessages.marker(message) != null);
    }

    /** Chatwoot's lists show no time of a change, and one that changes with the status would not help. */
    private static String version(ChatwootMessage message) {
        return MessageVersion.of(message.content(), message.isDeleted(),
                message.attachments().stream().map(ChatwootAttachment::id).toList());
    }
}
