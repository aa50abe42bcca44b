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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;

/** What to send to Chatwoot. Texts are plain here; Chatwoot shows and gives back just what they say. */
public final class Requests {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX")
            .withZone(ZoneOffset.UTC);

    private Requests() {
    }

    /**
     * For a neutral message. Its files become lines with name and address.
     *
     * @param authorPrefix put before what is outgoing, as Chatwoot shows the token's owner as its author; null for none
     */
    public static ChatwootMessageRequest of(HelpdeskMessage message, String authorPrefix) {
        // A note has no customer's side: only what a customer wrote in public is incoming.
        boolean isPrivate = message.visibility() == Visibility.PRIVATE;
        boolean incoming = message.direction() == Direction.INBOUND && !isPrivate;
        String prefix = incoming || authorPrefix == null ? "" : authorPrefix;
        ChatwootMessageRequest request = of(
                incoming ? ChatwootMessageType.incoming : ChatwootMessageType.outgoing, prefix + textWithFiles(message),
                isPrivate);
        return message.createdAt() == null ? request : request.withExternalCreatedAt(TIME.format(message.createdAt()));
    }

    /** For a plain text. */
    public static ChatwootMessageRequest of(ChatwootMessageType type, String text, boolean isPrivate) {
        String markdown = type == ChatwootMessageType.incoming ? MarkdownEscaping.escape(text)
                : MarkdownEscaping.escapeForLiquid(text);
        return ChatwootMessageRequest.of(type, markdown, isPrivate);
    }

    private static String textWithFiles(HelpdeskMessage message) {
        String files = message.attachments().stream().map(Requests::line).collect(Collectors.joining("\n"));
        return Stream.of(message.text(), files).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private static String line(Attachment file) {
        String name = file.name() == null && file.url() == null ? file.id() : file.name();
        return "Attachment: " + Stream.of(name, file.url()).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
