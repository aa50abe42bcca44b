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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.Times;
import io.github.camelhelpdesk.sync.view.ConversationHistory;
import io.github.camelhelpdesk.sync.view.ConversationMessage;
import io.github.camelhelpdesk.sync.view.MessageCopy;

/** The newest messages of a conversation. Words that were deleted are not shown, whatever the ledger still holds. */
final class ConversationMessages {

    private static final String NEWEST = "SELECT id, message_id, kind, content, state, attempts, reason, target_conversation,"
            + " target_ids, created_at, received_at, ended_at, digest FROM message WHERE lane_id = ? ORDER BY id DESC LIMIT ?";
    private static final String DELETION = "deletion";
    /** The digest of a message that was deleted without a row of its own for that. */
    private static final String DELETED = "deleted";

    private final Set<String> deleted = new HashSet<>();

    private ConversationMessages() {
    }

    static ConversationHistory read(Statements statements, Conversation conversation, int limit) throws SQLException {
        return new ConversationMessages().newest(statements, conversation, limit);
    }

    private ConversationHistory newest(Statements statements, Conversation conversation, int limit) throws SQLException {
        List<ConversationMessage> messages = new ArrayList<>();
        for (Lane lane : conversation.lanes()) {
            // Newest first, so that a deletion comes before what it deletes.
            messages.addAll(statements.all(NEWEST, result -> message(lane, result), lane.id(), limit + 1));
        }
        messages.sort(Comparator.comparingLong(ConversationMessage::row).reversed());
        List<ConversationMessage> shown = new ArrayList<>(messages.subList(0, Math.min(limit, messages.size())));
        Collections.reverse(shown);
        return new ConversationHistory(conversation.summary(statements), shown, messages.size() > limit);
    }

    private ConversationMessage message(Lane lane, ResultSet result) throws SQLException {
        String id = result.getString(2);
        String kind = result.getString(3);
        StoredContent content = StoredContent.of(result.getString(4));
        if (DELETION.equals(kind) || DELETED.equals(result.getString(13)) || content.deleted()) {
            deleted.add(lane.id() + "/" + id);
        }
        boolean gone = deleted.contains(lane.id() + "/" + id);
        StoredContent shown = gone ? content.withoutWords() : content;
        return new ConversationMessage(result.getLong(1), lane.side(), lane.conversation(), id, kind, shown.author(),
                shown.text(), shown.attachments(), gone, Times.instant(result, 10), Times.instant(result, 11), copy(result));
    }

    private static MessageCopy copy(ResultSet result) throws SQLException {
        return new MessageCopy(result.getString(5), result.getInt(6), result.getString(7), result.getString(8),
                ids(result.getString(9)), Times.instant(result, 12));
    }

    private static List<String> ids(String json) throws SQLException {
        try {
            return json == null ? List.of() : List.of(HelpdeskJson.mapper().readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException("The ledger holds target ids that are no JSON", e);
        }
    }
}
