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
package io.github.camelhelpdesk.signalzen.webhook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.webhook.WakeUp;
import io.github.camelhelpdesk.common.webhook.WebhookEvents;
import io.github.camelhelpdesk.signalzen.SignalzenConstants;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenTime;

/**
 * Reads the bodies of SignalZen's webhooks: {@code event_type}, and the object itself as {@code data} (pages "Basics" and
 * "Example"). In the published sample a message names nobody but its sender, so that an operator's does not tell its chat;
 * other
 * places where it may be named are looked at.
 */
final class SignalzenEvents implements WebhookEvents {

    static final String MESSAGE_CREATED = "message.created";
    private static final String USER_CREATED = "user.created";
    private static final String USER_CLOSED = "user.closed";
    private static final String OF_USER = "user.";
    private static final int LONGEST_CHALLENGE = 1_000;

    private final String userId;

    /** @param userId the one user that is read, or null for all */
    SignalzenEvents(String userId) {
        this.userId = userId;
    }

    @Override
    public Optional<String> challenge(JsonNode body) {
        JsonNode challenge = body.path("challenge");
        boolean isChallenge = challenge.isValueNode() && !challenge.isNull() && !body.has("event_type")
                && challenge.asText().length() <= LONGEST_CHALLENGE;
        return isChallenge ? Optional.of(challenge.asText()) : Optional.empty();
    }

    @Override
    public boolean isOurs(JsonNode event) {
        String user = user(event);
        return userId == null || user == null || userId.equals(user);
    }

    /** A message of an unknown chat is one of the next poll, which is made at once. */
    @Override
    public Optional<WakeUp> wakeUp(JsonNode event) {
        String type = type(event);
        if (MESSAGE_CREATED.equals(type)) {
            return Optional.of(new WakeUp(user(event) == null ? userId : user(event), null));
        }
        return USER_CREATED.equals(type) && user(event) != null ? Optional.of(new WakeUp(user(event), null)) : Optional.empty();
    }

    /** The user that came or was closed. */
    Optional<WakeUp> conversation(JsonNode event) {
        boolean isOfConversation = USER_CREATED.equals(type(event)) || isClosing(event);
        return isOfConversation && user(event) != null ? Optional.of(new WakeUp(user(event), null)) : Optional.empty();
    }

    boolean isClosing(JsonNode event) {
        return USER_CLOSED.equals(type(event)) && user(event) != null;
    }

    /** When an event happened, as far as it says; else now. */
    static Instant time(JsonNode event) {
        Instant time = SignalzenTime.parse(event.path("data").path("updated_at").asText(null));
        return time == null ? Instant.now() : time;
    }

    @Override
    public Map<String, Object> headers(JsonNode event) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(SignalzenConstants.EVENT_TYPE, type(event));
        headers.put(SignalzenConstants.USER_ID, user(event));
        headers.put(SignalzenConstants.MESSAGE_ID,
                MESSAGE_CREATED.equals(type(event)) ? id(message(event).path("id")) : null);
        return headers;
    }

    private static String type(JsonNode event) {
        return event.path("event_type").asText(null);
    }

    /** The user that an event is about; null when it does not say. */
    private static String user(JsonNode event) {
        JsonNode data = event.path("data");
        JsonNode message = message(event);
        boolean isOfUser = String.valueOf(type(event)).startsWith(OF_USER);
        boolean isByUser = "user".equals(message.path("sender_type").asText());
        return Stream.of(message.path("user_id"), message.path("user").path("id"), data.path("user_id"),
                data.path("user").path("id"), event.path("user_id"), event.path("user").path("id"),
                isOfUser ? data.path("id") : event.path("none"),
                isByUser ? message.path("sender").path("id") : event.path("none"))
                .map(SignalzenEvents::id).filter(id -> id != null).findFirst().orElse(null);
    }

    private static JsonNode message(JsonNode event) {
        JsonNode data = event.path("data");
        return data.path("message").isObject() ? data.path("message") : data;
    }

    private static String id(JsonNode value) {
        return value.isValueNode() && SignalzenClient.isId(value.asText()) ? value.asText() : null;
    }
}
