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

import java.util.List;
import java.util.Optional;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;
import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.model.ChatwootAssignee;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** Gives a conversation to an agent, an agent bot or a team, or takes it away. */
final class AssignConversationProducer extends ChatwootProducer {

    private static final String USER = "User";
    private static final List<String> TYPES = List.of(USER, "AgentBot");

    AssignConversationProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String conversationId = conversationId(exchange);
        Long assignee = ownHeader(exchange, ChatwootConstants.ASSIGNEE_ID, Long.class);
        Long team = ownHeader(exchange, ChatwootConstants.TEAM_ID, Long.class);
        if ((assignee == null) == (team == null)) {
            throw new IllegalArgumentException("assignConversation needs one header of two: " + ChatwootConstants.ASSIGNEE_ID
                    + " or " + ChatwootConstants.TEAM_ID + ", each with 0 for nobody");
        }
        ChatwootClient client = getEndpoint().client();
        return team == null
                ? checked(conversationId, assignee, client.assignments().assign(conversationId, assignee, type(exchange)))
                : checked(conversationId, team, client.assignments().assignTeam(conversationId, team));
    }

    private String type(Exchange exchange) {
        return exchange.getMessage().getHeader(ChatwootConstants.ASSIGNEE_TYPE) == null ? USER
                : oneOf(exchange, ChatwootConstants.ASSIGNEE_TYPE, TYPES);
    }

    /** Chatwoot takes an id that it does not know for nobody, and says 200. */
    private static ChatwootAssignee checked(String conversationId, long wanted, Optional<ChatwootAssignee> now) {
        if (wanted != 0 && now.isEmpty()) {
            throw new HelpdeskException(
                    "Conversation " + conversationId + " was to be assigned to " + wanted + ", which is not in"
                            + " the account: Chatwoot has left it with nobody. Check the id.",
                    Outcome.REFUSED, 200, null, false, null);
        }
        return now.orElse(null);
    }
}
