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

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.common.producer.AttachmentLines;
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.producer.TextParts;

/** What to send to Chatwoot. Texts are plain here; Chatwoot shows and gives back just what they say. */
public final class Requests {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX")
            .withZone(ZoneOffset.UTC);

    private Requests() {
    }

    /**
     * For a neutral message, however long. Its files become lines with name and address.
     *
     * @param preface what stands before the text; its author before what is outgoing, as Chatwoot shows the token's owner there
     * @param isFiled whether it is history: the author, with its time, then stands before incoming texts as well
     */
    public static ChatwootMessageRequest of(HelpdeskMessage message, Preface preface, boolean isFiled) {
        return parts(message, preface, isFiled, Integer.MAX_VALUE, 0).get(0);
    }

    /**
     * For a neutral message, in as many parts as it takes, to whose last one files, or notes about them, are to be added.
     *
     * @param preface what stands before the text; its author before what is outgoing
     * @param isFiled whether it is history: the author, with its time, then stands before incoming texts as well
     * @param limit most characters of a part as it is sent
     * @param room characters that the notes may need
     */
    public static List<ChatwootMessageRequest> parts(HelpdeskMessage message, Preface preface, boolean isFiled, int limit,
            int room) {
        // A note has no customer's side: only what a customer wrote in public is incoming.
        boolean isPrivate = message.visibility() == Visibility.PRIVATE;
        boolean incoming = message.direction() == Direction.INBOUND && !isPrivate;
        ChatwootMessageType type = incoming ? ChatwootMessageType.incoming : ChatwootMessageType.outgoing;
        String files = AttachmentLines.of(message.attachments());
        Preface own = incoming && !isFiled ? preface.withoutAuthor() : preface;
        boolean isEmpty = own.text(message).isEmpty() && files.isEmpty();
        // A message that is only files has an author all the same.
        String text = isEmpty && room > 0 ? own.before(message).strip() : own.text(message);
        String before = isEmpty ? "" : own.before(message);
        String time = message.createdAt() == null ? null : TIME.format(message.createdAt());
        return texts(type, limit).withRoom(before, text, files, room).stream()
                .map(part -> of(type, part, isPrivate).withExternalCreatedAt(time)).toList();
    }

    /** For a plain text, in as many parts as it takes. */
    public static List<ChatwootMessageRequest> parts(ChatwootMessageType type, String text, boolean isPrivate, int limit) {
        return texts(type, limit).of("", text, "").stream().map(part -> of(type, part, isPrivate)).toList();
    }

    /** A request with something below its text. */
    public static ChatwootMessageRequest withBelow(ChatwootMessageRequest request, String plain) {
        String below = escape(request.messageType()).apply(plain);
        boolean isEmpty = request.content() == null || request.content().isEmpty();
        return request.withContent(isEmpty ? below : request.content() + "\n\n" + below);
    }

    private static TextParts texts(ChatwootMessageType type, int limit) {
        return new TextParts(limit, escape(type));
    }

    private static UnaryOperator<String> escape(ChatwootMessageType type) {
        return type == ChatwootMessageType.incoming ? MarkdownEscaping::escape : MarkdownEscaping::escapeForLiquid;
    }

    private static ChatwootMessageRequest of(ChatwootMessageType type, String plain, boolean isPrivate) {
        return ChatwootMessageRequest.of(type, escape(type).apply(plain), isPrivate);
    }
}
