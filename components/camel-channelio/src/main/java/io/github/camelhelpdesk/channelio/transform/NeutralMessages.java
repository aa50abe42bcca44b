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
package io.github.camelhelpdesk.channelio.transform;

import java.time.Instant;

import io.github.camelhelpdesk.channelio.model.ChannelioFile;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.model.Visibility;

/** Channel.io's message as a neutral one. */
public final class NeutralMessages {

    private static final String PROVIDER = "channelio";
    private static final String MARKER_PREFIX = "hd1.";
    private static final String REMOVED = "removed";

    private NeutralMessages() {
    }

    /**
     * The neutral message.
     *
     * @param message the message
     * @param account the account's identity, or null for the id of the message's channel
     * @param user the conversation's customer, or null when not known
     * @param author who wrote it, or null when only the ids of the message are known
     */
    public static HelpdeskMessage of(ChannelioMessage message, String account, ChannelioUser user, Author author) {
        return HelpdeskMessage.builder().provider(PROVIDER).account(account == null ? message.channelId() : account)
                .conversationId(message.chatId()).id(message.id()).channel(message.email() == null ? "chat" : "mail")
                .subject(message.email() == null ? null : message.email().subject()).text(text(message))
                .format(TextFormat.PLAIN)
                .direction(message.authorType() == AuthorType.CUSTOMER ? Direction.INBOUND : Direction.OUTBOUND)
                .author(author == null ? author(message, user) : author).contact(contact(message, user))
                .visibility(message.hasOption("private") ? Visibility.PRIVATE : Visibility.PUBLIC)
                .attachments(message.files().stream().map(NeutralMessages::attachment).toList())
                .inReplyTo(inReplyTo(message)).createdAt(time(message.createdAt()))
                .updatedAt(time(message.editedAt() == null ? message.updatedAt() : message.editedAt()))
                .deleted(REMOVED.equals(message.state())).marker(marker(message)).build();
    }

    private static String text(ChannelioMessage message) {
        if (message.plainText() != null) {
            return message.plainText();
        }
        return message.log() == null ? Markup.plain(message.blocks()) : message.log().action();
    }

    private static Author author(ChannelioMessage message, ChannelioUser user) {
        if (user != null && message.authorType() == AuthorType.CUSTOMER && user.id().equals(message.personId())) {
            return new Author(AuthorType.CUSTOMER, user.id(), user.name(), user.email(), user.mobileNumber());
        }
        return new Author(message.authorType(), message.personId(), null, null, null);
    }

    private static Contact contact(ChannelioMessage message, ChannelioUser user) {
        if (user != null) {
            return new Contact(user.id(), user.memberId(), user.name(), user.email(), user.mobileNumber());
        }
        return message.authorType() == AuthorType.CUSTOMER ? new Contact(message.personId(), null, null, null, null) : null;
    }

    /** Its address is given on request only, and for a short time. */
    private static Attachment attachment(ChannelioFile file) {
        return new Attachment(file.key() == null ? file.id() : file.key(), file.name(), null, file.contentType(), file.size());
    }

    private static String inReplyTo(ChannelioMessage message) {
        return message.rootMessageId() == null || message.rootMessageId().equals(message.id()) ? null : message.rootMessageId();
    }

    private static Instant time(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** The marker that was left in the message, or null. */
    public static String marker(ChannelioMessage message) {
        return message.requestId() != null && message.requestId().startsWith(MARKER_PREFIX) ? message.requestId() : null;
    }
}
