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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** The two JSON forms of a message (chatwoot.md, section 3). */
final class MessageViews {

    private final ChatwootState state;

    MessageViews(ChatwootState state) {
        this.state = state;
    }

    /** As in the message list and in the answer to a create: the short list of fields. */
    ObjectNode listed(Message message) {
        ObjectNode json = Json.object().put("id", message.id).put("content", message.content)
                .put("inbox_id", message.conversation.inbox().id).put("conversation_id", message.conversation.id)
                .put("message_type", message.type.ordinal()).put("content_type", message.contentType)
                .put("status", message.status);
        json.set("content_attributes", message.contentAttributes.deepCopy());
        json.put("created_at", Times.seconds(message.createdAt)).put("private", message.isPrivate)
                .put("source_id", message.sourceId);
        addOptional(json, message);
        return json;
    }

    /** As embedded in conversations: the long list of fields. */
    ObjectNode embedded(Message message) {
        ObjectNode json = Json.object().put("id", message.id).put("content", message.content)
                .put("account_id", ChatwootState.ACCOUNT).put("inbox_id", message.conversation.inbox().id)
                .put("conversation_id", message.conversation.id).put("message_type", message.type.ordinal())
                .put("created_at", Times.seconds(message.createdAt)).put("updated_at", Times.iso(message.updatedAt))
                .put("private", message.isPrivate).put("status", message.status).put("source_id", message.sourceId)
                .put("content_type", message.contentType);
        json.set("content_attributes", message.contentAttributes.deepCopy());
        json.put("sender_type", message.sender == null ? null : message.sender.storedType());
        if (message.sender == null) {
            json.putNull("sender_id");
        } else {
            json.put("sender_id", message.sender.id());
        }
        json.putObject("external_source_ids");
        json.set("additional_attributes", message.additionalAttributes.deepCopy());
        json.put("processed_message_content", message.content).putObject("sentiment");
        json.set("conversation", context(message.conversation));
        addOptional(json, message);
        return json;
    }

    private void addOptional(ObjectNode json, Message message) {
        if (message.sender != null) {
            json.set("sender", message.sender.json());
        }
        if (!message.attachments.isEmpty()) {
            ArrayNode files = json.putArray("attachments");
            message.attachments.forEach(file -> files.add(file.json(message.id, ChatwootState.ACCOUNT, state.baseUrl)));
        }
    }

    private static ObjectNode context(Conversation conversation) {
        ObjectNode json = Json.object();
        if (conversation.assignee == null) {
            json.putNull("assignee_id");
        } else {
            json.put("assignee_id", conversation.assignee.id());
        }
        json.put("last_activity_at", Times.seconds(conversation.lastActivityAt));
        json.set("contact_inbox", Json.object().put("source_id", conversation.contactInbox.sourceId()));
        return json;
    }
}
