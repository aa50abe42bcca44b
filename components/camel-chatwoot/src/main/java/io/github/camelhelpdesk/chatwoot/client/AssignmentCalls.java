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
package io.github.camelhelpdesk.chatwoot.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.model.ChatwootAssignee;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about assignments of conversations. */
public final class AssignmentCalls {

    private final ChatwootCalls calls;

    AssignmentCalls(ChatwootCalls calls) {
        this.calls = calls;
    }

    /**
     * Assigns a conversation to an agent or an agent bot.
     *
     * @param assigneeId id of the agent or bot; 0 for nobody
     * @param type {@code User} or {@code AgentBot}
     * @return whom it is assigned to now; empty for nobody, which is also what becomes of an id that Chatwoot does not know
     */
    public Optional<ChatwootAssignee> assign(String conversationId, long assigneeId, String type) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assignee_id", assigneeId == 0 ? null : assigneeId);
        body.put("assignee_type", type);
        return assignment(conversationId, body);
    }

    /**
     * Assigns a conversation to a team.
     *
     * @param teamId id of the team; 0 for none
     * @return the team that it is assigned to now; empty for none, as with an id that Chatwoot does not know
     */
    public Optional<ChatwootAssignee> assignTeam(String conversationId, long teamId) {
        return assignment(conversationId, Map.of("team_id", teamId));
    }

    private Optional<ChatwootAssignee> assignment(String conversationId, Map<String, Object> body) {
        HttpCall call = HttpCall.post(calls.conversationPath(conversationId) + "/assignments", body);
        JsonNode answer = calls.send(call, JsonNode.class).body();
        if (answer.isNull()) {
            return Optional.empty();
        }
        String id = answer.path("id").asText();
        ChatwootCalls.requireId(call, id.matches("\\d{1,18}") ? Long.valueOf(id) : null);
        return Optional.of(new ChatwootAssignee(Long.valueOf(id), answer.path("name").asText(null),
                answer.path("email").asText(null)));
    }
}
