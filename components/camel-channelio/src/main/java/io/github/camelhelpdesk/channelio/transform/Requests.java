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

import java.util.ArrayList;
import java.util.List;

import io.github.camelhelpdesk.channelio.MarkupEscape;
import io.github.camelhelpdesk.channelio.model.ChannelioBlock;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.common.producer.AttachmentLines;
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.producer.TextParts;

/** What to send to Channel.io. Texts are plain here; Channel.io shows and gives back just what they say. */
public final class Requests {

    /** No text message, no mail, no external messenger, no notification: nothing of it reaches a customer. */
    private static final List<String> UNHEARD = List.of("doNotPost", "doNotSendApp", "silentToUser");

    private Requests() {
    }

    /**
     * For a neutral message, however long. Its files become lines with name and address, as the API takes none.
     *
     * @param preface what stands before the text, as Channel.io shows a bot as its author and has no subjects
     * @param escape how markup characters are sent
     */
    public static ChannelioMessageRequest of(HelpdeskMessage message, Preface preface, MarkupEscape escape) {
        return parts(message, preface, escape, Integer.MAX_VALUE).get(0);
    }

    /**
     * For a neutral message, in as many parts as it takes.
     *
     * @param preface what stands before the text
     * @param escape how markup characters are sent
     * @param limit most characters of a part as it is sent
     */
    public static List<ChannelioMessageRequest> parts(HelpdeskMessage message, Preface preface, MarkupEscape escape,
            int limit) {
        List<String> options = new ArrayList<>();
        if (message.visibility() == Visibility.PRIVATE) {
            options.add("private");
        }
        // Whatever is not known to be the help desk's own word must not be sent to customers.
        if (message.direction() != Direction.OUTBOUND) {
            options.addAll(UNHEARD);
        }
        String files = AttachmentLines.of(message.attachments());
        return parts(preface.before(message), preface.text(message), files, options, escape, limit);
    }

    /** For a plain text, in as many parts as it takes. */
    public static List<ChannelioMessageRequest> parts(String text, MarkupEscape escape, int limit) {
        return parts("", text, "", List.of(), escape, limit);
    }

    private static List<ChannelioMessageRequest> parts(String prefix, String text, String files, List<String> options,
            MarkupEscape escape, int limit) {
        return new TextParts(limit, part -> Markup.escape(part, escape)).of(prefix, text, files).stream()
                .map(part -> part(part, options, escape)).toList();
    }

    private static ChannelioMessageRequest part(String text, List<String> options, MarkupEscape escape) {
        List<ChannelioBlock> blocks = text.isBlank() ? List.of() : List.of(ChannelioBlock.text(Markup.escape(text, escape)));
        return new ChannelioMessageRequest(blocks, null, List.of(), options, null);
    }
}
