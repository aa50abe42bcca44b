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

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.Part;

/** Creates a message out of a request (chatwoot.md, section 4; app/builders/messages/message_builder.rb). */
final class MessageBuilder {

    private static final int MAX_CONTENT = 150_000;
    private static final int MAX_SOURCE_ID = 20_000;
    private static final int MAX_PER_MINUTE = 200;

    private final ChatwootState state;

    MessageBuilder(ChatwootState state) {
        this.state = state;
    }

    Message create(Conversation conversation, Caller caller, ObjectNode parameters, List<Part> files) {
        ChatwootMessageType type = type(parameters, conversation);
        Message message = state.begin(conversation, type, null);
        message.sender = type == ChatwootMessageType.OUTGOING ? author(parameters, caller) : conversation.contact();
        message.isPrivate = Parameters.isTrue(parameters, "private");
        message.contentType = Parameters.present(parameters, "content_type") == null ? "text"
                : Parameters.text(parameters, "content_type");
        message.contentAttributes = contentAttributes(conversation, parameters);
        message.sourceId = Parameters.present(parameters, "source_id");
        message.content = content(message, Parameters.text(parameters, "content"));
        message.delivered = type != ChatwootMessageType.OUTGOING || message.sourceId == null
                || !conversation.inbox().type.sourceIdStopsDelivery();
        validate(message);
        files.forEach(part -> message.attachments.add(state.addFile(part.fileName(), part.contentType(), part.content())));
        state.commit(message, HistoryEntry.Origin.API);
        return message;
    }

    /** Outgoing and template text is a Liquid template, incoming text is not (section 4). */
    static String content(Message message, String text) {
        boolean liquid = message.type == ChatwootMessageType.OUTGOING || message.type == ChatwootMessageType.TEMPLATE;
        return text == null || !liquid ? text : LiquidText.render(text, values(message));
    }

    private static Map<String, String> values(Message message) {
        Contact contact = message.conversation.contact();
        return Map.of("contact.name", orEmpty(contact.name), "contact.email", orEmpty(contact.email), "contact.phone_number",
                orEmpty(contact.phoneNumber), "agent.name", message.sender == null ? "" : orEmpty(message.sender.name()),
                "conversation.display_id", String.valueOf(message.conversation.id), "inbox.name",
                message.conversation.inbox().name);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static ChatwootMessageType type(ObjectNode parameters, Conversation conversation) {
        String name = Parameters.present(parameters, "message_type") == null ? "outgoing"
                : Parameters.text(parameters, "message_type");
        for (ChatwootMessageType type : ChatwootMessageType.values()) {
            if (type.wireName().equals(name)) {
                if (type == ChatwootMessageType.INCOMING && !conversation.inbox().isApi()) {
                    throw Errors.unprocessable("Incoming messages are only allowed in Api inboxes");
                }
                return type;
            }
        }
        throw Errors.unprocessable("'" + name.toLowerCase(Locale.ROOT) + "' is not a valid message_type");
    }

    private Sender author(ObjectNode parameters, Caller caller) {
        AgentBot bot = "AgentBot".equals(Parameters.text(parameters, "sender_type"))
                ? state.bots.get(parameters.path("sender_id").asLong())
                : null;
        return bot == null ? caller : bot;
    }

    private static ObjectNode contentAttributes(Conversation conversation, ObjectNode parameters) {
        ObjectNode attributes = Parameters.object(parameters, "content_attributes");
        if (attributes.hasNonNull("in_reply_to")) {
            Message parent = conversation.messages.get(attributes.path("in_reply_to").asLong());
            if (parent == null) {
                attributes.putNull("in_reply_to");
            } else {
                attributes.put("in_reply_to_external_id", parent.sourceId);
            }
        }
        if (parameters.hasNonNull("external_created_at")) {
            attributes.set("external_created_at", parameters.get("external_created_at"));
        }
        return attributes;
    }

    /** Any error in a create is a 422, a passing one such as the flood limit too (section 9). */
    private void validate(Message message) {
        if (message.content != null && message.content.length() > MAX_CONTENT) {
            throw Errors.unprocessable("Validation failed: Content is too long (maximum is 150000 characters)");
        }
        if (message.sourceId != null && message.sourceId.length() > MAX_SOURCE_ID) {
            throw Errors.unprocessable("Validation failed: Source is too long (maximum is 20000 characters)");
        }
        if (state.limitMessagesPerMinute && inLastMinute(message.conversation) >= MAX_PER_MINUTE) {
            throw Errors.unprocessable("Validation failed: Too many messages");
        }
    }

    private long inLastMinute(Conversation conversation) {
        Instant minuteAgo = state.clock.now().minusSeconds(60);
        return conversation.messages.values().stream().filter(message -> message.createdAt.isAfter(minuteAgo)).count();
    }
}
