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
package io.github.camelhelpdesk.chatwoot.transform;

import java.net.URI;
import java.util.Map;

import io.github.camelhelpdesk.chatwoot.model.ChatwootAttachment;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.chatwoot.model.ChatwootSender;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;

/** Chatwoot's message as a neutral one. */
public final class NeutralMessages {

    private static final String PROVIDER = "chatwoot";
    private static final String MARKER_PREFIX = "hd1.";

    private NeutralMessages() {
    }

    /**
     * The neutral message.
     *
     * @param message the message
     * @param account the account's identity, or null
     * @param contact the conversation's customer, or null when only the sender is known
     */
    public static HelpdeskMessage of(ChatwootMessage message, String account, ChatwootContact contact) {
        MessageContent content = MessageContent.of(message);
        return HelpdeskMessage.builder().provider(PROVIDER).account(account).conversationId(text(message.conversationId()))
                .id(text(message.id())).channel(content.channel()).subject(content.subject()).text(content.text())
                .html(content.html()).format(content.format())
                .direction(message.messageType() == ChatwootMessageType.incoming ? Direction.INBOUND : Direction.OUTBOUND)
                .author(author(message)).contact(contact(message, contact))
                .visibility(message.isPrivate() ? Visibility.PRIVATE : Visibility.PUBLIC)
                .attachments(message.attachments().stream().map(NeutralMessages::attachment).toList())
                .inReplyTo(text(message.contentAttributes().get("in_reply_to"))).createdAt(message.createdAt())
                .updatedAt(message.updatedAt()).deleted(message.isDeleted()).marker(marker(message)).build();
    }

    /** Who wrote it: decided by the kind of message first, as the type of the sender is not always given. */
    public static AuthorType authorType(ChatwootMessage message) {
        return switch (message.messageType() == null ? ChatwootMessageType.activity : message.messageType()) {
            case incoming -> AuthorType.CUSTOMER;
            case outgoing -> isBot(message) ? AuthorType.BOT : AuthorType.AGENT;
            case template -> AuthorType.BOT;
            case activity -> AuthorType.SYSTEM;
        };
    }

    /** The marker that was left in the message, or null. */
    public static String marker(ChatwootMessage message) {
        Object marker = message.contentAttributes().get(ChatwootMessage.MARKER);
        if (marker instanceof String text) {
            return text;
        }
        // Of a deleted or retried message the attributes are gone, the source id stays.
        return message.sourceId() != null && message.sourceId().startsWith(MARKER_PREFIX) ? message.sourceId() : null;
    }

    private static boolean isBot(ChatwootMessage message) {
        String type = message.sender() == null || message.sender().type() == null ? "" : message.sender().type();
        return type.equals("agent_bot") || type.equals("captain_assistant")
                || message.contentAttributes().get("automation_rule_id") != null;
    }

    private static Author author(ChatwootMessage message) {
        ChatwootSender sender = message.sender();
        return sender == null ? new Author(authorType(message), null, null, null, null)
                : new Author(authorType(message), text(sender.id()), sender.name(), sender.email(), sender.phoneNumber());
    }

    private static Contact contact(ChatwootMessage message, ChatwootContact contact) {
        if (contact != null) {
            return new Contact(text(contact.id()), contact.identifier(), contact.name(), contact.email(),
                    contact.phoneNumber());
        }
        ChatwootSender sender = message.sender();
        return sender == null || message.messageType() != ChatwootMessageType.incoming ? null
                : new Contact(text(sender.id()), sender.identifier(), sender.name(), sender.email(), sender.phoneNumber());
    }

    private static Attachment attachment(ChatwootAttachment file) {
        return new Attachment(text(file.id()), name(file), file.dataUrl(), file.contentType(), file.fileSize());
    }

    /** There is no field for the name: it is the end of the address. */
    private static String name(ChatwootAttachment file) {
        if (file.fallbackTitle() != null || file.dataUrl() == null) {
            return file.fallbackTitle();
        }
        try {
            String path = URI.create(file.dataUrl()).getPath();
            String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
            return name.isEmpty() ? null : name;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(Object value) {
        return value == null || value instanceof Map ? null : value.toString();
    }
}
