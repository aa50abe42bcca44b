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

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** The fields whose change fires {@code conversation_updated} (chatwoot.md, section 7; app/models/conversation.rb). */
final class ConversationChanges {

    private ConversationChanges() {
    }

    static Map<String, JsonNode> tracked(Conversation conversation) {
        ObjectNode fields = Json.object().put("status", conversation.status)
                .put("snoozed_until", Times.iso(conversation.snoozedUntil))
                .put("assignee_id", conversation.assignee == null ? null : Long.valueOf(conversation.assignee.id()))
                .put("team_id", conversation.teamId).put("priority", conversation.priority)
                .put("waiting_since", Times.iso(conversation.waitingSince))
                .put("first_reply_created_at", Times.iso(conversation.firstReplyCreatedAt));
        fields.set("label_list", Json.texts(conversation.labels));
        fields.set("custom_attributes", conversation.customAttributes.deepCopy());
        Map<String, JsonNode> tracked = new LinkedHashMap<>();
        fields.fields().forEachRemaining(field -> tracked.put(field.getKey(), field.getValue()));
        return tracked;
    }

    /** {@code [{name: {previous_value, current_value}}]}, empty without a change. */
    static ArrayNode between(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        ArrayNode changes = Json.array();
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                ObjectNode change = changes.addObject().putObject(name);
                change.set("previous_value", before.get(name));
                change.set("current_value", value);
            }
        });
        return changes;
    }
}
