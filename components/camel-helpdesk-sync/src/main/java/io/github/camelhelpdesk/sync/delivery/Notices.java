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
package io.github.camelhelpdesk.sync.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder;
import io.github.camelhelpdesk.common.model.TextFormat;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.OnChange;

/** The messages that tell of a change where a copy cannot be changed. Each answers the message that has changed. */
final class Notices {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC);

    private Notices() {
    }

    /**
     * The new text.
     *
     * @param message the message as it is now
     * @param sentFiles ids of the files that it had before
     */
    static HelpdeskMessage edited(HelpdeskMessage message, Set<String> sentFiles, OnChange policy) {
        List<Attachment> added = message.attachments().stream().filter(file -> !sentFiles.contains(file.id())).toList();
        String text = message.text().isBlank() ? "Edited: the text was taken away." : "Edited: " + message.text();
        return answer(message, policy).text(text).attachments(added).build();
    }

    /**
     * That a message was deleted, without what it said.
     *
     * @param message the message as it is now
     * @param writtenAt when it was written, or null
     * @param copyOnly whether it is its copy that was deleted
     */
    static HelpdeskMessage deleted(HelpdeskMessage message, Instant writtenAt, boolean copyOnly, OnChange policy) {
        String subject = (copyOnly ? "The copy of a message" : "A message")
                + (writtenAt == null ? "" : " of " + TIME.format(writtenAt));
        return answer(message, policy).text(subject + " was deleted.").attachments(List.of()).author(null).deleted(false)
                .build();
    }

    private static HelpdeskMessageBuilder answer(HelpdeskMessage message, OnChange policy) {
        return message.toBuilder().subject(null).html(null).format(TextFormat.PLAIN).inReplyTo(message.id())
                .visibility(policy == OnChange.note ? Visibility.PRIVATE : message.visibility());
    }
}
