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

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.client.ChatwootCalls.Payload;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversationRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootStatus;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Item;

/** The calls about conversations. */
public final class ConversationCalls {

    private static final String CONVERSATIONS = "/conversations";

    private final ChatwootCalls calls;

    ConversationCalls(ChatwootCalls calls) {
        this.calls = calls;
    }

    /**
     * One page of conversations.
     *
     * @param filters query parameters of the call; those that are null are left out
     */
    public HttpAnswer<ConversationPage> list(Map<String, ?> filters) {
        HttpCall call = HttpCall.get(calls.path(CONVERSATIONS));
        for (Map.Entry<String, ?> filter : filters.entrySet()) {
            call = call.with(filter.getKey(), filter.getValue());
        }
        HttpAnswer<ConversationPage> answer = calls.send(call, ConversationPage.class);
        ChatwootCalls.requireList(call, answer.body().hasList(), "data.payload");
        return answer;
    }

    /** A conversation. */
    public ChatwootConversation get(String conversationId) {
        return conversation(HttpCall.get(calls.conversationPath(conversationId)));
    }

    /** A conversation, or its JSON where it cannot be read as a whole. */
    public Item<ChatwootConversation> item(String conversationId) {
        HttpCall call = HttpCall.get(calls.conversationPath(conversationId));
        return calls.send(call, new TypeReference<Item<ChatwootConversation>>() {
        }).body();
    }

    /** A conversation as it comes, so that one can be asked about that cannot be read as a whole. */
    public JsonNode json(String conversationId) {
        return calls.send(HttpCall.get(calls.conversationPath(conversationId)), JsonNode.class).body();
    }

    /** Type of the inbox that a conversation is in, such as {@code Channel::Api}; null when it is not said. */
    public String channel(String conversationId) {
        return json(conversationId).path("meta").path("channel").asText(null);
    }

    /** The inbox that a conversation is in; null when it is not said. */
    public Long inboxId(String conversationId) {
        JsonNode inbox = json(conversationId).path("inbox_id");
        return inbox.isIntegralNumber() ? inbox.asLong() : null;
    }

    /** Opens a conversation. */
    public ChatwootConversation create(ChatwootConversationRequest request) {
        return conversation(HttpCall.post(calls.path(CONVERSATIONS), request));
    }

    /**
     * Sets the status of a conversation; one that has it already keeps it.
     *
     * @param status open, resolved, pending or snoozed: another one is answered with 500
     * @param snoozedUntil for snoozed: until when, to the second; null for until the customer writes again
     * @return the status as it is now
     */
    public ChatwootStatus toggleStatus(String conversationId, String status, Instant snoozedUntil) {
        Map<String, Object> body = new LinkedHashMap<>();
        // Without a status the server would swap open and resolved.
        body.put("status", Objects.requireNonNull(status, "status"));
        if (snoozedUntil != null) {
            body.put("snoozed_until", snoozedUntil.getEpochSecond());
        }
        HttpCall call = HttpCall.post(calls.conversationPath(conversationId) + "/toggle_status", body);
        ChatwootStatus now = calls.payload(call, new TypeReference<Payload<ChatwootStatus>>() {
        }, null);
        if (now == null || now.currentStatus() == null) {
            throw new HelpdeskException(call + " was answered without the status", Outcome.UNCLEAR, 200, null, false, null);
        }
        return now;
    }

    /**
     * Replaces the labels of a conversation.
     *
     * @return the labels as they are now
     */
    public List<String> setLabels(String conversationId, Collection<String> labels) {
        HttpCall call = HttpCall.post(calls.conversationPath(conversationId) + "/labels", Map.of("labels", labels));
        List<String> now = calls.payload(call, new TypeReference<Payload<List<String>>>() {
        }, null);
        ChatwootCalls.requireList(call, now != null, "payload");
        return now.stream().filter(Objects::nonNull).toList();
    }

    private ChatwootConversation conversation(HttpCall call) {
        ChatwootConversation conversation = calls.send(call, ChatwootConversation.class).body();
        ChatwootCalls.requireId(call, conversation.id());
        return conversation;
    }
}
