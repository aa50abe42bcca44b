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
package io.github.camelhelpdesk.signalzen.model;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.github.camelhelpdesk.common.model.AuthorType;

/**
 * A message (page "Messages").
 *
 * @param id message id
 * @param userId the user, who is the conversation; not sent by SignalZen but known from the address that was asked
 * @param body the text, may be null or empty when there is a file
 * @param createdAt ISO-8601, as it came; there is no time of a change
 * @param fileUrl address of its file, or null
 * @param autoInvitation whether the widget sent it of its own accord; null when not said
 * @param senderType user or operator; others may come
 * @param readByUser null when not said
 * @param readByOperator null when not said
 * @param sender who wrote it, or null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalzenMessage(String id, String userId, String body, String createdAt, String fileUrl,
        Boolean autoInvitation, String senderType, Boolean readByUser, Boolean readByOperator, SignalzenSender sender) {

    /** This message as one of a user. */
    public SignalzenMessage of(String user) {
        return new SignalzenMessage(id, user, body, createdAt, fileUrl, autoInvitation, senderType, readByUser, readByOperator,
                sender);
    }

    /** When it was written; null when it does not say. */
    public Instant time() {
        return SignalzenTime.parse(createdAt);
    }

    /** Who wrote it. An invitation of the widget, and a sender of an unknown type such as a copilot, count as bots. */
    public AuthorType authorType() {
        return type(senderType, Boolean.TRUE.equals(autoInvitation));
    }

    /**
     * Who wrote a message.
     *
     * @param senderType its {@code sender_type}, may be null
     * @param isInvitation its {@code auto_invitation}
     */
    public static AuthorType type(String senderType, boolean isInvitation) {
        if (isInvitation) {
            return AuthorType.BOT;
        }
        if (senderType == null || senderType.isBlank()) {
            return AuthorType.SYSTEM;
        }
        return switch (senderType.strip().toLowerCase(Locale.ROOT)) {
            case "user" -> AuthorType.CUSTOMER;
            case "operator" -> AuthorType.AGENT;
            default -> AuthorType.BOT;
        };
    }

    /** The ids only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "message " + id + " of user " + userId;
    }
}
