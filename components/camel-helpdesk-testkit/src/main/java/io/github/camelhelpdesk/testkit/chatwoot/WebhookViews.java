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

/** The JSON of webhooks, which differs from that of REST (chatwoot.md, sections 7 and 8). */
final class WebhookViews {

    private final ChatwootState state;
    private final MessageViews messages;

    WebhookViews(ChatwootState state) {
        this.state = state;
        this.messages = new MessageViews(state);
    }

    /** The type is a text and the time is ISO-8601 here; status, conversation_id and updated_at are missing. */
    ObjectNode message(Message message) {
        ObjectNode json = Json.object();
        json.set("account", account());
        json.set("additional_attributes", message.additionalAttributes.deepCopy());
        json.set("content_attributes", message.contentAttributes.deepCopy());
        json.put("content_type", message.contentType).put("content", cleaned(message.content));
        json.set("conversation", conversation(message.conversation));
        json.put("created_at", Times.iso(message.createdAt)).put("id", message.id);
        json.set("inbox", inbox(message.conversation.inbox()));
        json.put("message_type", message.type.wireName()).put("private", message.isPrivate);
        json.set("sender", sender(message.sender));
        json.put("source_id", message.sourceId);
        if (!message.attachments.isEmpty()) {
            ArrayNode files = json.putArray("attachments");
            message.attachments.forEach(file -> files.add(file.json(message.id, ChatwootState.ACCOUNT, state.baseUrl)));
        }
        return json;
    }

    ObjectNode conversation(Conversation conversation) {
        ObjectNode json = Json.object();
        json.set("additional_attributes", conversation.additionalAttributes.deepCopy());
        json.put("can_reply", true).put("channel", conversation.inbox().type.channel());
        json.set("contact_inbox", contactInbox(conversation.contactInbox));
        json.put("id", conversation.id).put("inbox_id", conversation.inbox().id);
        json.set("messages", latestPublicMessage(conversation));
        json.set("labels", Json.texts(conversation.labels));
        json.set("meta", meta(conversation));
        json.put("status", conversation.status);
        json.set("custom_attributes", conversation.customAttributes.deepCopy());
        json.put("snoozed_until", Times.iso(conversation.snoozedUntil)).put("unread_count", 0)
                .put("first_reply_created_at", Times.iso(conversation.firstReplyCreatedAt))
                .put("priority", conversation.priority).put("waiting_since", Times.seconds(conversation.waitingSince))
                .put("agent_last_seen_at", 0).put("contact_last_seen_at", 0)
                .put("last_activity_at", Times.seconds(conversation.lastActivityAt))
                .put("timestamp", Times.seconds(conversation.lastActivityAt))
                .put("created_at", Times.seconds(conversation.createdAt))
                .put("updated_at", Times.fractionalSeconds(conversation.updatedAt));
        json.set("account", account());
        return json;
    }

    /** Often not the message of the event. */
    private ArrayNode latestPublicMessage(Conversation conversation) {
        ArrayNode array = Json.array();
        conversation.messages.descendingMap().values().stream()
                .filter(message -> !message.isPrivate && message.type != ChatwootMessageType.ACTIVITY).findFirst()
                .ifPresent(message -> array.add(messages.embedded(message)));
        return array;
    }

    private ObjectNode meta(Conversation conversation) {
        ObjectNode meta = Json.object();
        meta.set("sender", sender(conversation.contact()));
        meta.set("assignee", sender(conversation.assignee));
        meta.put("assignee_type", conversation.assignee == null ? null : conversation.assignee.storedType());
        return meta.putNull("team").put("hmac_verified", false);
    }

    private static ObjectNode contactInbox(ContactInbox session) {
        String created = Times.iso(session.contact().createdAt);
        return Json.object().put("id", session.contact().id).put("contact_id", session.contact().id)
                .put("inbox_id", session.inbox().id).put("source_id", session.sourceId()).put("created_at", created)
                .put("updated_at", created).put("hmac_verified", false).put("pubsub_token", "pubsub-" + session.sourceId());
    }

    /** A contact's has no type here; null for an activity or a channel's echo. */
    private ObjectNode sender(Sender sender) {
        if (sender instanceof Contact contact) {
            ObjectNode json = contact.json();
            json.remove("type");
            json.put("avatar", "").set("account", account());
            return json;
        }
        if (sender instanceof User user) {
            return Json.object().put("id", user.id()).put("name", user.name()).put("email", user.email()).put("type", "user");
        }
        return sender == null ? null : Json.object().put("id", sender.id()).put("name", sender.name()).put("type", "agent_bot");
    }

    private static ObjectNode account() {
        return Json.object().put("id", ChatwootState.ACCOUNT).put("name", "Simulated Account");
    }

    private static ObjectNode inbox(Inbox inbox) {
        return Json.object().put("id", inbox.id).put("name", inbox.name);
    }

    /** Webhooks alone are cleaned: backslash and newline become a newline, newlines at the end go (section 7). */
    private static String cleaned(String content) {
        return content == null ? null : content.replace("\\\n", "\n").replaceAll("\n+\\z", "");
    }
}
