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
package io.github.camelhelpdesk.sync.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import io.github.camelhelpdesk.sync.ledger.Times;

/**
 * A conversation of one side and what stands for it on another.
 *
 * @param id of the mapping
 * @param targetConversation the conversation on the other side; null while it is being created
 * @param notFoundFrom when a creation may have happened already: from when on "not found" counts; else null
 * @param generation how many conversations have been created for it, with the one that is being created
 * @param key what the last of them is found by, without its generation
 * @param lanesBefore lanes up to this one were there before its creation began
 */
record ConversationMapping(long id, String targetConversation, Instant notFoundFrom, int generation, String key,
        long lanesBefore) {

    static final String COLUMNS = "c.id, t.conversation, c.not_found_from, c.generation, c.key, c.lanes_before";

    static ConversationMapping read(ResultSet result) throws SQLException {
        return new ConversationMapping(result.getLong(1), result.getString(2), Times.instant(result, 3), result.getInt(4),
                result.getString(5), result.getLong(6));
    }

    boolean isOpen() {
        return targetConversation != null;
    }
}
