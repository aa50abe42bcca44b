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
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** The JSON of conversations and contacts (chatwoot.md, sections 3, 5 and 6). */
final class Views {

    private final ChatwootState state;
    private final MessageViews messages;

    Views(ChatwootState state) {
        this.state = state;
        this.messages = new MessageViews(state);
    }

    MessageViews messages() {
        return messages;
    }

    /** Section 5, conversation JSON. */
    ObjectNode conversation(Conversation conversation) {
        ObjectNode json = Json.object();
        json.set("meta", conversationMeta(conversation));
        json.put("id", conversation.id);
        json.set("messages", lastMessage(conversation));
        json.put("account_id", ChatwootState.ACCOUNT).put("uuid", conversation.uuid);
        json.set("additional_attributes", conversation.additionalAttributes.deepCopy());
        json.put("agent_last_seen_at", 0).put("assignee_last_seen_at", 0).put("can_reply", true)
                .put("contact_last_seen_at", 0);
        json.set("custom_attributes", conversation.customAttributes.deepCopy());
        json.put("inbox_id", conversation.inbox().id);
        json.set("labels", Json.texts(conversation.labels));
        json.put("muted", false).put("snoozed_until", Times.iso(conversation.snoozedUntil)).put("status", conversation.status)
                .put("created_at", Times.seconds(conversation.createdAt))
                .put("updated_at", Times.fractionalSeconds(conversation.updatedAt))
                .put("timestamp", Times.seconds(conversation.lastActivityAt))
                .put("first_reply_created_at", Times.seconds(conversation.firstReplyCreatedAt))
                .put("unread_count", unread(conversation));
        lastNonActivity(conversation).ifPresentOrElse(
                message -> json.set("last_non_activity_message", messages.embedded(message)),
                () -> json.putNull("last_non_activity_message"));
        return json.put("last_activity_at", Times.seconds(conversation.lastActivityAt)).put("priority", conversation.priority)
                .put("waiting_since", Times.seconds(conversation.waitingSince));
    }

    /** Section 3: the {@code meta} of a message list. */
    ObjectNode messagesMeta(Conversation conversation) {
        ObjectNode json = Json.object();
        json.set("labels", Json.texts(conversation.labels));
        json.set("additional_attributes", conversation.additionalAttributes.deepCopy());
        json.set("contact", contact(conversation.contact()));
        if (conversation.assignee instanceof User user) {
            json.set("assignee", assignee(user));
        }
        return json.putNull("agent_last_seen_at").putNull("assignee_last_seen_at");
    }

    /** Section 6. */
    ObjectNode contact(Contact contact) {
        ObjectNode json = Json.object();
        json.set("additional_attributes", contact.additionalAttributes.deepCopy());
        json.put("availability_status", "offline").put("email", contact.email).put("id", contact.id).put("name", contact.name)
                .put("phone_number", contact.phoneNumber).put("blocked", contact.blocked)
                .put("identifier", contact.identifier).put("thumbnail", "");
        json.set("custom_attributes", contact.customAttributes.deepCopy());
        if (contact.lastActivityAt != null) {
            json.put("last_activity_at", Times.seconds(contact.lastActivityAt));
        }
        return json.put("created_at", Times.seconds(contact.createdAt));
    }

    ObjectNode contactWithInboxes(Contact contact) {
        List<ContactInbox> sessions = state.contactInboxes.stream().filter(each -> each.contact() == contact).toList();
        ObjectNode json = contact(contact);
        json.set("contact_inboxes", Json.array(sessions, this::contactInbox));
        return json;
    }

    ObjectNode contactInbox(ContactInbox contactInbox) {
        Inbox inbox = contactInbox.inbox();
        ObjectNode json = Json.object().put("source_id", contactInbox.sourceId());
        json.set("inbox", Json.object().put("id", inbox.id).put("avatar_url", "").put("channel_id", inbox.id)
                .put("name", inbox.name).put("channel_type", inbox.type.channel()).putNull("provider"));
        return json;
    }

    ObjectNode assignee(User user) {
        return Json.object().put("id", user.id()).put("account_id", ChatwootState.ACCOUNT)
                .put("availability_status", "online").put("auto_offline", true).put("confirmed", true)
                .put("email", user.email()).put("available_name", user.name()).put("name", user.name())
                .put("role", user.role()).put("thumbnail", "");
    }

    ObjectNode team(long id) {
        return Json.object().put("id", id).put("name", "team " + id);
    }

    private ObjectNode conversationMeta(Conversation conversation) {
        ObjectNode meta = Json.object();
        meta.set("sender", contact(conversation.contact()));
        meta.put("channel", conversation.inbox().type.channel());
        if (conversation.assignee instanceof User user) {
            meta.set("assignee", assignee(user));
            meta.put("assignee_type", "User");
        } else if (conversation.assignee instanceof AgentBot bot) {
            meta.set("assignee", bot.json());
            meta.put("assignee_type", "AgentBot");
        }
        if (conversation.teamId != null) {
            meta.set("team", team(conversation.teamId));
        }
        return meta.put("hmac_verified", false);
    }

    private ArrayNode lastMessage(Conversation conversation) {
        ArrayNode array = Json.array();
        if (!conversation.messages.isEmpty()) {
            array.add(messages.embedded(conversation.messages.lastEntry().getValue()));
        }
        return array;
    }

    private static Optional<Message> lastNonActivity(Conversation conversation) {
        return conversation.messages.descendingMap().values().stream()
                .filter(message -> message.type != ChatwootMessageType.ACTIVITY).findFirst();
    }

    /** Incoming since the last answer, 10 at most (section 5). */
    private static int unread(Conversation conversation) {
        int unread = 0;
        for (Message message : conversation.messages.descendingMap().values()) {
            if (message.type == ChatwootMessageType.OUTGOING || unread == 10) {
                break;
            }
            unread += message.type == ChatwootMessageType.INCOMING ? 1 : 0;
        }
        return unread;
    }
}
