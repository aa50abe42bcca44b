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

import io.github.camelhelpdesk.acquire.model.AcquireAttachment;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.model.Visibility;

/** Acquire's message as a neutral one. */
public final class NeutralMessages {

    private static final String PROVIDER = "acquire";

    private NeutralMessages() {
    }

    /**
     * The neutral message.
     *
     * @param message the message
     * @param account the account's identity, or null when not known
     * @param threadId the thread that it was read from, or null for what the message itself says
     * @param contact the conversation's customer, or null when not known
     * @param author who wrote it, or null when only the ids of the message are known
     */
    public static HelpdeskMessage of(AcquireMessage message, String account, String threadId, AcquireContact contact,
            Author author) {
        MessageKind kind = MessageKind.of(message);
        return HelpdeskMessage.builder().provider(PROVIDER).account(account)
                .conversationId(threadId == null ? message.thread() : threadId).id(message.messageId())
                .channel(kind.channel()).subject(MailSubject.of(message)).text(MessageText.of(message)).html(message.htmlBody())
                .format(message.htmlBody() == null ? TextFormat.PLAIN : TextFormat.HTML)
                .direction(kind.author() == AuthorType.CUSTOMER ? Direction.INBOUND : Direction.OUTBOUND)
                .author(author == null ? author(message, kind) : author).contact(contact(message, kind, contact))
                .visibility(kind.isPrivate() ? Visibility.PRIVATE : Visibility.PUBLIC)
                .attachments(message.attachments().stream().map(NeutralMessages::attachment).toList())
                .createdAt(message.dateCreated()).updatedAt(message.dateUpdated())
                .marker(MessageMarker.of(message)).build();
    }

    private static Author author(AcquireMessage message, MessageKind kind) {
        String name = message.sender() == null || kind.author() == AuthorType.SYSTEM ? null : message.sender().name();
        return new Author(kind.author(), kind.author() == AuthorType.SYSTEM ? null : message.senderId(), name, null, null);
    }

    private static Contact contact(AcquireMessage message, MessageKind kind, AcquireContact contact) {
        if (contact != null) {
            return new Contact(contact.id(), null, contact.displayName(), contact.email(), contact.phone());
        }
        String id = message.contactId() == null && kind.author() == AuthorType.CUSTOMER ? message.senderId()
                : message.contactId();
        return id == null ? null : new Contact(id, null, null, null, null);
    }

    private static Attachment attachment(AcquireAttachment file) {
        return new Attachment(file.id() == null ? file.url() : file.id(), file.name(), file.url(), file.contentType(),
                file.size());
    }
}
