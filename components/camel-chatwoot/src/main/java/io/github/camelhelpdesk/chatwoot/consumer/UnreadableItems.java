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
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.model.AuthorType;

/** What can be made of items that do not have the shape that Chatwoot's have: with an id they are not lost. */
final class UnreadableItems {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableItems.class);

    private UnreadableItems() {
    }

    /** A conversation that is to be read although its description cannot be; null without an id. */
    static ConversationChange change(Item<?> item, Instant now) {
        long id = item.raw().path("id").asLong();
        return id <= 0 ? withoutId("conversation")
                : new ConversationChange(Long.toString(id), now, Integer.toHexString(item.raw().hashCode()));
    }

    /** A message that is handed on as it came; null without an id. */
    static SourceMessage message(Item<?> item, String conversationId, Instant readAt) {
        JsonNode raw = item.raw();
        long id = raw.path("id").asLong();
        if (id <= 0) {
            return withoutId("message in conversation " + conversationId);
        }
        JsonNode type = raw.path("message_type");
        AuthorType author = switch (type.asText()) {
            case "1", "outgoing" -> AuthorType.AGENT;
            case "2", "activity" -> AuthorType.SYSTEM;
            case "3", "template" -> AuthorType.BOT;
            default -> AuthorType.CUSTOMER;
        };
        long seconds = raw.path("created_at").asLong();
        // What is not clearly public is taken for a note: it must not reach a customer.
        JsonNode hidden = raw.path("private");
        boolean isPrivate = !hidden.isMissingNode() && !hidden.isNull() && hidden.asBoolean(true);
        return new SourceMessage(Long.toString(id), seconds > 0 ? Instant.ofEpochSecond(seconds) : readAt, author, isPrivate,
                raw,
                Map.of(ChatwootConstants.CONVERSATION_ID, Long.valueOf(conversationId), ChatwootConstants.MESSAGE_ID, id),
                item.problem(), null);
    }

    /** Says that something was left out. */
    static <T> T withoutId(String what) {
        LOG.warn("Chatwoot gave a {} without a usable id; it is left out", what);
        return null;
    }
}
