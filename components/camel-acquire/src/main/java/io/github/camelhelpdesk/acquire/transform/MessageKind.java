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
package io.github.camelhelpdesk.acquire.transform;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.common.model.AuthorType;

/**
 * What kind of message it is. A note is taken for private by its name, a mail that was not sent yet because no customer has
 * seen it, and an event for the system's.
 *
 * @param channel chat, mail, sms or what else Acquire says
 * @param author who wrote it, as far as the message itself tells
 * @param isPrivate whether only the help desk may see it
 */
public record MessageKind(String channel, AuthorType author, boolean isPrivate) {

    private static final String SMS = "sms";
    private static final String MAIL = "mail";

    /** The kind of a message. */
    public static MessageKind of(AcquireMessage message) {
        boolean isPrivate = isNote(message.type()) || Boolean.TRUE.equals(message.isDraft());
        return new MessageKind(channel(message), author(message.type(), message.senderType()), isPrivate);
    }

    /** The kind of one that could not be read. Whoever cannot be told counts as the customer: it must come through. */
    public static MessageKind of(JsonNode raw) {
        String type = raw.path("type").asText("");
        String senderType = raw.path("senderType").asText("");
        return new MessageKind(null, senderType.isBlank() ? AuthorType.CUSTOMER : author(type, senderType), isNote(type));
    }

    private static boolean isNote(String type) {
        return "note".equalsIgnoreCase(type);
    }

    private static AuthorType author(String type, String senderType) {
        if ("event".equalsIgnoreCase(type) || senderType == null) {
            return AuthorType.SYSTEM;
        }
        return switch (senderType.toLowerCase(Locale.ROOT)) {
            case "contact" -> AuthorType.CUSTOMER;
            case "user", "agent" -> AuthorType.AGENT;
            case "bot" -> AuthorType.BOT;
            default -> AuthorType.SYSTEM;
        };
    }

    /** The rows of mails and SMS do not all name their channel. */
    private static String channel(AcquireMessage message) {
        if (SMS.equalsIgnoreCase(message.type()) || SMS.equalsIgnoreCase(message.msgType())) {
            return SMS;
        }
        if (message.htmlBody() != null || message.textBody() != null || message.subject() != null) {
            return MAIL;
        }
        return message.channel() == null || message.channel().isBlank() ? "chat" : message.channel();
    }
}
