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

import java.sql.SQLException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;

/** A list of ids in one column. */
final class TargetIds {

    private TargetIds() {
    }

    static List<String> read(String json) throws SQLException {
        try {
            return json == null ? List.of() : List.of(HelpdeskJson.mapper().readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException("The ledger holds target ids that are no JSON", e);
        }
    }

    static String write(List<String> ids) {
        try {
            return HelpdeskJson.mapper().writeValueAsString(ids);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of ids is always JSON", e);
        }
    }
}
