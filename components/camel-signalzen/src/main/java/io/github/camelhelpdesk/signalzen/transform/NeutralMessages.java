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
package io.github.camelhelpdesk.signalzen.transform;

import java.util.List;

import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.model.SignalzenSender;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** SignalZen's message as a neutral one. The user is the conversation. */
public final class NeutralMessages {

    private static final String PROVIDER = "signalzen";

    private NeutralMessages() {
    }

    /**
     * The neutral message.
     *
     * @param message the message
     * @param account the account's identity, or null when not known
     * @param user the visitor, or null when only what the message says is known
     */
    public static HelpdeskMessage of(SignalzenMessage message, String account, SignalzenUser user) {
        AuthorType type = message.authorType();
        return HelpdeskMessage.builder().provider(PROVIDER).account(account).conversationId(message.userId()).id(message.id())
                .channel("chat").text(message.body()).format(TextFormat.PLAIN)
                .direction(type == AuthorType.CUSTOMER ? Direction.INBOUND : Direction.OUTBOUND).author(author(message, type))
                .contact(contact(message, user)).visibility(Visibility.PUBLIC).attachments(attachments(message))
                .createdAt(message.time()).build();
    }

    /** Ids of users and operators collide: the type is part of the author's id. */
    private static Author author(SignalzenMessage message, AuthorType type) {
        SignalzenSender sender = message.sender();
        if (sender == null) {
            return new Author(type, null, null, null, null);
        }
        String id = sender.id() == null ? null : message.senderType() + ":" + sender.id();
        return new Author(type, id, sender.displayName(), sender.email(), null);
    }

    private static Contact contact(SignalzenMessage message, SignalzenUser user) {
        if (user != null) {
            return NeutralContacts.of(user);
        }
        SignalzenSender sender = message.authorType() == AuthorType.CUSTOMER ? message.sender() : null;
        return new Contact(message.userId(), null, sender == null ? null : sender.displayName(),
                sender == null ? null : sender.email(), null);
    }

    private static List<Attachment> attachments(SignalzenMessage message) {
        return message.fileUrl() == null || message.fileUrl().isBlank() ? List.of() : List.of(Files.of(message));
    }
}
