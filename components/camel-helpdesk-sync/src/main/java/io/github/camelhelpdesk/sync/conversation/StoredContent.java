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
package io.github.camelhelpdesk.sync.conversation;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;
import io.github.camelhelpdesk.sync.view.MessageAuthor;

/**
 * What a row holds of a message.
 *
 * @param author who wrote it
 * @param text what was written; null when it cannot be read
 * @param attachments names of its files
 * @param deleted whether it was deleted before it was stored as it is now
 */
record StoredContent(MessageAuthor author, String text, List<String> attachments, boolean deleted) {

    private static final StoredContent UNREADABLE = new StoredContent(new MessageAuthor(null, null, false), null, List.of(),
            false);

    static StoredContent of(String json) {
        try {
            HelpdeskMessage message = HelpdeskJson.mapper().readValue(json, HelpdeskMessage.class);
            return message.author() == null ? UNREADABLE : of(message);
        } catch (JsonProcessingException e) {
            // The provider's own JSON of a message that its consumer could not read, or one stored escaped.
            return UNREADABLE;
        }
    }

    private static StoredContent of(HelpdeskMessage message) {
        return new StoredContent(
                new MessageAuthor(HelpdeskJson.mapper().convertValue(message.author().type(), String.class),
                        message.author().name(), message.visibility() == Visibility.PRIVATE),
                message.text(), message.attachments().stream().map(StoredContent::name).toList(), message.deleted());
    }

    private static String name(Attachment attachment) {
        return attachment.name() == null ? "" : attachment.name();
    }

    StoredContent withoutWords() {
        return new StoredContent(author, null, List.of(), true);
    }
}
