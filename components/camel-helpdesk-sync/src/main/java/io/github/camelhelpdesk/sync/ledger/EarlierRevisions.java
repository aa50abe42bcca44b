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
package io.github.camelhelpdesk.sync.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** What the ledger has of a message from before a row, by place: a person may have given an earlier row a later revision. */
public final class EarlierRevisions {

    /** The plus keeps the planner from walking along the lane, of which a message is a small part. */
    private static final String EARLIER = " FROM message WHERE lane_id = ? AND message_id = ? AND +id < ?";
    static final String UNENDED = "SELECT revision, state" + EARLIER
            + " AND state IN ('pending', 'held', 'parked') ORDER BY +id LIMIT 1";

    private final Ledger ledger;

    public EarlierRevisions(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The first one that may still be sent, as number and state. */
    public Optional<String> unended(MessageRow row) {
        return ledger.read(statements -> statements.one(UNENDED,
                result -> result.getInt(1) + ", " + result.getString(2), row.lane(), row.key().id(), row.id()));
    }

    /** Ids of the files that were sent with it. */
    public Set<String> files(MessageRow row) {
        List<String> contents = ledger
                .read(statements -> statements.all("SELECT content" + EARLIER + " AND state = 'confirmed'",
                        result -> result.getString(1), row.lane(), row.key().id(), row.id()));
        Set<String> files = new HashSet<>();
        contents.forEach(content -> attachments(content).forEach(file -> files.add(file.id())));
        return files;
    }

    private static List<Attachment> attachments(String content) {
        try {
            return HelpdeskJson.mapper().readValue(content, HelpdeskMessage.class).attachments();
        } catch (JsonProcessingException e) {
            // A message that could not be read was not sent, and its files neither.
            return List.of();
        }
    }
}
