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
package io.github.camelhelpdesk.common.consumer;

import java.time.Instant;
import java.util.Map;

/**
 * Where the reading of an account begins.
 *
 * @param base position of every conversation that has none of its own
 * @param mark conversations that changed at or after it have to be looked at
 * @param known positions that conversations have from the start
 */
public record Beginning(Position base, Instant mark, Map<String, Position> known) {

    /** Of an account in which no conversation has a position of its own. */
    public Beginning(Position base, Instant mark) {
        this(base, mark, Map.of());
    }
}
