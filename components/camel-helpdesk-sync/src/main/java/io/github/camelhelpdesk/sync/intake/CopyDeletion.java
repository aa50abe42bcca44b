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
package io.github.camelhelpdesk.sync.intake;

import java.sql.SQLException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.ledger.ArrivedCopy;
import io.github.camelhelpdesk.sync.ledger.CopiedMessage;
import io.github.camelhelpdesk.sync.ledger.KnownRevision;
import io.github.camelhelpdesk.sync.ledger.MessageState;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.ReviseMessage;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.ledger.StoreMessage;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;
import io.github.camelhelpdesk.sync.ledger.StoredMessage.Outcome;
import io.github.camelhelpdesk.sync.ledger.Version;

/**
 * Somebody has deleted our copy of a message. When no copy of it is left, not of its parts and not of its edits, the deletion
 * goes back to the original as a row of the opposite direction, and the original counts as deleted from now on, so that seeing
 * it deleted says nothing new.
 */
record CopyDeletion(ArrivedCopy copy, NewMessage deletion) {

    private static final String ON_THE_TARGET = "Its copy was deleted on the target; the original follows";

    StoredMessage run(Statements statements) throws SQLException {
        if (!copy.isNewlyDeleted(statements)) {
            return outcome(Outcome.ECHO);
        }
        CopiedMessage original = CopiedMessage.of(statements, copy.row());
        List<KnownRevision> revisions = original.revisions(statements);
        if (revisions.get(revisions.size() - 1).isDeleted()) {
            return outcome(Outcome.ECHO);
        }
        if (original.copiesLeft(statements) > 0) {
            return outcome(Outcome.COPY_PARTLY_DELETED);
        }
        StoredMessage there = new ReviseMessage(deletionOf(original, statements), revisions).run(statements);
        return back(statements).besides(there);
    }

    /** The original without what it says: whether it is private, and whose it is, still counts where it must be told of. */
    private NewMessage deletionOf(CopiedMessage original, Statements statements) throws SQLException {
        MessageKey key = original.key();
        String content = statements.one("SELECT content FROM message WHERE id = ?", result -> result.getString(1), copy.row())
                .orElseThrow(() -> new SQLException("There is no row " + copy.row()));
        try {
            HelpdeskMessage deleted = HelpdeskJson.mapper().readValue(content, HelpdeskMessage.class).toBuilder().text("")
                    .html(null).subject(null).attachments(List.of()).deleted(true).build();
            return new NewMessage(original.direction(), key, Marker.of(copy.link(), key, 0).toString(),
                    HelpdeskJson.mapper().writeValueAsString(deleted), original.createdAt(), null, Version.of(deleted))
                    .begins(MessageState.SKIPPED, ON_THE_TARGET);
        } catch (JsonProcessingException e) {
            throw new SQLException("The ledger holds a message that is no JSON", e);
        }
    }

    private StoredMessage back(Statements statements) throws SQLException {
        // Rows of the copy itself: it may have been held before it was known as one.
        List<KnownRevision> own = KnownRevision.of(statements, deletion.direction(), copy.key());
        return own.isEmpty() ? new StoreMessage(deletion).run(statements)
                : new StoreMessage(deletion.as(own.get(own.size() - 1).revision() + 1)).run(statements);
    }

    private StoredMessage outcome(Outcome outcome) {
        return new StoredMessage(outcome, deletion.direction(), 0);
    }
}
