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
package io.github.camelhelpdesk.sync.status;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.ledger.MessageKind;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.StoreMessage;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;
import io.github.camelhelpdesk.sync.ledger.Version;

/** A row that carries the status of its lane's conversation, behind the messages that were taken in before it. */
final class StatusRow {

    /** What stands in the place of a message's id. */
    static final String ID = "status";

    private StatusRow() {
    }

    /**
     * Adds a row to the lane of a conversation, which overtakes earlier ones.
     *
     * @param direction id of the direction that leads away from the conversation's side
     */
    static StoredMessage add(Statements statements, long direction, StatusEnd end) throws SQLException {
        int slash = end.side().indexOf('/');
        MessageKey key = new MessageKey(end.side().substring(0, slash), end.side().substring(slash + 1), end.conversation(),
                ID);
        int number = end.next(statements);
        String content = content(key, Words.of(end.told()));
        return new StoreMessage(new NewMessage(direction, key, Marker.of(end.link(), key, number).toString(), content,
                Instant.now(), null, new Version(MessageKind.STATUS, number, Words.of(end.told()), null))).run(statements);
    }

    private static String content(MessageKey key, String word) throws SQLException {
        try {
            return HelpdeskJson.mapper().writeValueAsString(HelpdeskMessage.builder().provider(key.provider())
                    .account(key.account()).conversationId(key.conversationId()).id(key.id()).text(word)
                    .author(new Author(AuthorType.SYSTEM, null, null, null, null)).attachments(List.of()).build());
        } catch (JsonProcessingException e) {
            throw new SQLException("A status cannot be written as JSON", e);
        }
    }
}
