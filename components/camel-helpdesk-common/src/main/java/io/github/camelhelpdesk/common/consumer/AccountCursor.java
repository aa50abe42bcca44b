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
import java.util.Collection;
import java.util.List;

/**
 * How far an account has been read.
 *
 * @param base position of every conversation without its own
 * @param mark changes up to it have been seen, by the provider's clock
 * @param lagging conversations that changed and may still owe messages
 */
record AccountCursor(Position base, Instant mark, Collection<String> lagging) {

    static AccountCursor parse(String json, MessageSource source) {
        Stored stored = StoredCursor.parse(json, Stored.class);
        return new AccountCursor(source.parsePosition(stored.base), Instant.ofEpochMilli(stored.mark), stored.lagging);
    }

    String toJson() {
        return StoredCursor.toJson(new Stored(base.toJson(), mark.toEpochMilli(), List.copyOf(lagging)));
    }

    private record Stored(String base, long mark, List<String> lagging) {
    }
}
