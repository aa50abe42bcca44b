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
package io.github.camelhelpdesk.sync.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A conversation with the one that stands for it.
 *
 * @param mappedAt since when, or null when it stands alone as yet
 * @param ends by side, as {@code provider/account}: the conversations there, the one in use last
 */
record ConversationPair(Instant mappedAt, Map<String, List<String>> ends) {

    /** The conversation in use on a side, or null. */
    String on(String side) {
        List<String> conversations = ends.getOrDefault(side, List.of());
        return conversations.isEmpty() ? null : conversations.get(conversations.size() - 1);
    }
}
