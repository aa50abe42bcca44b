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
package io.github.camelhelpdesk.routes.contract;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** The fields of the neutral message, each with the kind of message in which it is looked at. */
enum MessageField {
    CONVERSATION("`conversationId`", Style.ID, HelpdeskMessage::conversationId, RichMessage.CUSTOMER),
    ID("`id`", Style.ID, HelpdeskMessage::id, RichMessage.CUSTOMER),
    CONTACT_ID("`contact.id`", Style.ID, message -> message.contact().id(), RichMessage.CUSTOMER),
    CUSTOMER_ID("`author.id` of a customer", Style.ID, message -> message.author().id(), RichMessage.CUSTOMER),
    AGENT_ID("`author.id` of an agent", Style.ID, message -> message.author().id(), RichMessage.AGENT),

    CUSTOMER_TYPE("`author.type` of a customer", Style.WORD, message -> message.author().type(), RichMessage.CUSTOMER),
    AGENT_TYPE("`author.type` of an agent", Style.WORD, message -> message.author().type(), RichMessage.AGENT),
    BOT_TYPE("`author.type` of a bot", Style.WORD, message -> message.author().type(), RichMessage.BOT),
    SYSTEM_TYPE("`author.type` of the system", Style.WORD, message -> message.author().type(), RichMessage.SYSTEM),
    CUSTOMER_DIRECTION("`direction` of what a customer writes", Style.WORD, HelpdeskMessage::direction, RichMessage.CUSTOMER),
    AGENT_DIRECTION("`direction` of what an agent writes", Style.WORD, HelpdeskMessage::direction, RichMessage.AGENT),
    CUSTOMER_NAME("`author.name` of a customer", Style.TEXT, message -> message.author().name(), RichMessage.CUSTOMER),
    AGENT_NAME("`author.name` of an agent", Style.TEXT, message -> message.author().name(), RichMessage.AGENT),
    BOT_NAME("`author.name` of a bot", Style.TEXT, message -> message.author().name(), RichMessage.BOT),
    CUSTOMER_EMAIL("`author.email` of a customer", Style.TEXT, message -> message.author().email(), RichMessage.CUSTOMER),
    CUSTOMER_PHONE("`author.phone` of a customer", Style.TEXT, message -> message.author().phone(), RichMessage.CUSTOMER),
    AGENT_EMAIL("`author.email` of an agent", Style.TEXT, message -> message.author().email(), RichMessage.AGENT),
    AGENT_PHONE("`author.phone` of an agent", Style.TEXT, message -> message.author().phone(), RichMessage.AGENT),

    CONTACT_NAME("`contact.name`", Style.TEXT, message -> message.contact().name(), RichMessage.CUSTOMER),
    CONTACT_EMAIL("`contact.email`", Style.TEXT, message -> message.contact().email(), RichMessage.CUSTOMER),
    CONTACT_PHONE("`contact.phone`", Style.TEXT, message -> message.contact().phone(), RichMessage.CUSTOMER),
    EXTERNAL_ID("`contact.externalId`", Style.TEXT, message -> message.contact().externalId(), RichMessage.CUSTOMER),

    CHAT("`channel` of a chat", Style.WORD, HelpdeskMessage::channel, RichMessage.CUSTOMER),
    MAIL("`channel` of a mail", Style.WORD, HelpdeskMessage::channel, RichMessage.MAIL),
    SMS("`channel` of an SMS", Style.WORD, HelpdeskMessage::channel, RichMessage.SMS),
    SUBJECT("`subject` of a mail", Style.TEXT, HelpdeskMessage::subject, RichMessage.MAIL),
    PUBLIC("`visibility` of what all may see", Style.WORD, HelpdeskMessage::visibility, RichMessage.CUSTOMER),
    PRIVATE("`visibility` of a note", Style.WORD, HelpdeskMessage::visibility, RichMessage.NOTE),
    TEXT("`text`", Style.BODY, HelpdeskMessage::text, RichMessage.CUSTOMER),
    HTML("`html`", Style.TEXT, HelpdeskMessage::html, RichMessage.MARKUP, RichMessage.MAIL),
    FORMAT("`format`", Style.WORD, HelpdeskMessage::format, RichMessage.MARKUP),

    FILE_NAME("`attachments`: name", Style.TEXT, file(Attachment::name), RichMessage.FILE),
    FILE_TYPE("`attachments`: media type", Style.TEXT, file(Attachment::contentType), RichMessage.FILE),
    FILE_SIZE("`attachments`: size", Style.WORD, file(Attachment::size), RichMessage.FILE),
    FILE_CONTENT("`attachments`: content", Style.FILE, file(Attachment::name), RichMessage.FILE),

    IN_REPLY_TO("`inReplyTo`", Style.REPLY, HelpdeskMessage::inReplyTo, RichMessage.REPLY),
    CREATED_AT("`createdAt`", Style.TIME, HelpdeskMessage::createdAt, RichMessage.CUSTOMER),
    UPDATED_AT("`updatedAt` after an edit", Style.TIME, HelpdeskMessage::updatedAt, RichMessage.EDITED),
    DELETED("`deleted`", Style.DELETION, message -> message.deleted() ? Boolean.TRUE : null, RichMessage.DELETED);

    /** How what has become of a field is told. */
    enum Style {
        /** Any text: it may have come to stand in the text, or in another place. */
        TEXT,
        /** One of a few words: what it has become is named. */
        WORD,
        /** It is kept if it is in all messages: numbers may be the same by chance. */
        ID,
        /** Something may stand before it. */
        BODY,
        /** It may be cut. */
        TIME,
        /** The bytes count. */
        FILE,
        /** It has to be that of the copy. */
        REPLY,
        /** The copy may have gone with it. */
        DELETION
    }

    private final String title;
    private final Style style;
    private final Function<HelpdeskMessage, Object> value;
    private final List<RichMessage> kinds;

    MessageField(String title, Style style, Function<HelpdeskMessage, Object> value, RichMessage... kinds) {
        this.title = title;
        this.style = style;
        this.value = value;
        this.kinds = List.of(kinds);
    }

    private static Function<HelpdeskMessage, Object> file(Function<Attachment, Object> value) {
        return message -> message.attachments().isEmpty() ? null : value.apply(message.attachments().get(0));
    }

    String title() {
        return title;
    }

    Style style() {
        return style;
    }

    /** The kinds of messages in which it is looked at: the first one in which the source has it counts. */
    List<RichMessage> kinds() {
        return kinds;
    }

    /** What a message says; null for nothing. */
    Object of(HelpdeskMessage message) {
        Object said = value.apply(message);
        if (said instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
        return said == null || said.toString().isBlank() ? null : said;
    }
}
