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
package io.github.camelhelpdesk.sync.view;

import java.time.Instant;
import java.util.List;

/**
 * A message, an edit or a deletion, and what became of its copy.
 *
 * @param row its row in the ledger
 * @param side component name of the side where it was written
 * @param conversationId conversation on that side
 * @param id message id on that side; an edit or a deletion has the id of its message
 * @param kind {@code message}, {@code edit} or {@code deletion}
 * @param author who wrote it
 * @param text what was written; null when it was deleted later, when it is a deletion, or when it could not be read
 * @param attachments names of its files
 * @param deleted whether it was deleted where it was written
 * @param createdAt when it was written, by the clock of its side, or null when that is not known
 * @param receivedAt when it entered the ledger
 * @param copy what became of its copy on the other side
 */
public record ConversationMessage(long row, String side, String conversationId, String id, String kind, MessageAuthor author,
        String text, List<String> attachments, boolean deleted, Instant createdAt, Instant receivedAt, MessageCopy copy) {

    /** The ids only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return kind + " " + side + "/" + conversationId + "/" + id;
    }
}
