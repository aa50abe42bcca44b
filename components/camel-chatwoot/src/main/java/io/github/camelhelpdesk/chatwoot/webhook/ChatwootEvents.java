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
package io.github.camelhelpdesk.chatwoot.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.common.webhook.WakeUp;
import io.github.camelhelpdesk.common.webhook.WebhookEvents;

/**
 * Reads the bodies of Chatwoot's webhooks: of a message event it is the message, of a conversation event the conversation
 * (chatwoot/chatwoot v4.15.1, message.rb and event_data_presenter.rb).
 */
final class ChatwootEvents implements WebhookEvents {

    private static final String MESSAGE_CREATED = "message_created";
    private static final String MESSAGE_UPDATED = "message_updated";
    private static final String OF_CONVERSATION = "conversation_(created|updated|status_changed|opened|resolved)";

    private final Long accountId;
    private final Long inboxId;
    private final Long conversationId;
    private final boolean isOfMessages;

    /**
     * @param accountId the account that is read
     * @param inboxId the one inbox that is read, or null for all
     * @param conversationId the one conversation that is read, or null for all
     * @param isOfMessages whether messages are read, and not what happens to conversations
     */
    ChatwootEvents(Long accountId, Long inboxId, Long conversationId, boolean isOfMessages) {
        this.accountId = accountId;
        this.inboxId = inboxId;
        this.conversationId = conversationId;
        this.isOfMessages = isOfMessages;
    }

    /** {@code inbox_id} of a registration restricts nothing at Chatwoot, so that other inboxes' events come as well. */
    @Override
    public boolean isOurs(JsonNode event) {
        return agrees(accountId, event.path("account").path("id")) && agrees(inboxId, inbox(event))
                && agrees(conversationId, conversation(event));
    }

    private static boolean agrees(Long wanted, JsonNode said) {
        return wanted == null || !said.isIntegralNumber() || said.asLong() == wanted;
    }

    @Override
    public Optional<WakeUp> wakeUp(JsonNode event) {
        JsonNode conversation = conversation(event);
        String name = event.path("event").asText();
        boolean isNews = name.matches(OF_CONVERSATION) || isOfMessages && isOfMessage(name);
        if (!conversation.isIntegralNumber() || !isNews) {
            return Optional.empty();
        }
        // A message that is new is found by reading on; one that was changed would not be.
        String changed = name.equals(MESSAGE_UPDATED) ? event.path("id").asText(null) : null;
        return Optional.of(new WakeUp(conversation.asText(), changed));
    }

    @Override
    public Map<String, Object> headers(JsonNode event) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(ChatwootConstants.EVENT, event.path("event").asText(null));
        headers.put(ChatwootConstants.CONVERSATION_ID, number(conversation(event)));
        headers.put(ChatwootConstants.INBOX_ID, number(inbox(event)));
        headers.put(ChatwootConstants.MESSAGE_ID, isOfMessage(event.path("event").asText()) ? number(event.path("id")) : null);
        return headers;
    }

    private static boolean isOfMessage(String name) {
        return name.equals(MESSAGE_CREATED) || name.equals(MESSAGE_UPDATED);
    }

    private static JsonNode conversation(JsonNode event) {
        return event.path("event").asText().matches(OF_CONVERSATION) ? event.path("id") : event.path("conversation").path("id");
    }

    private static JsonNode inbox(JsonNode event) {
        if (event.path("inbox").has("id")) {
            return event.path("inbox").path("id");
        }
        return event.has("inbox_id") ? event.path("inbox_id") : event.path("conversation").path("inbox_id");
    }

    private static Long number(JsonNode value) {
        return value.isIntegralNumber() ? Long.valueOf(value.asLong()) : null;
    }
}
