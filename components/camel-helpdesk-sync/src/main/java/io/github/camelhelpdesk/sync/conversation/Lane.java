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

import io.github.camelhelpdesk.sync.ledger.Statements.Line;

/**
 * What was written in one conversation on one side.
 *
 * @param id the lane's id
 * @param direction id of the direction
 * @param side component name of the side
 * @param account the account, as {@code provider/account}
 * @param conversation conversation id there
 * @param newestRow the newest message, edit or deletion
 * @param messages how many messages
 * @param contact the customer's name, or null
 */
record Lane(long id, long direction, String side, String account, String conversation, long newestRow, long messages,
        String contact) {

    static final String SELECT = "SELECT id, direction_id, provider || '/' || account, conversation, newest_row, messages, contact"
            + " FROM lane ";

    static Line<Lane> of(String side) {
        return result -> read(result, side);
    }

    private static Lane read(ResultSet result, String side) throws SQLException {
        return new Lane(result.getLong(1), result.getLong(2), side, result.getString(3), result.getString(4),
                result.getLong(5), result.getLong(6), result.getString(7));
    }
}
