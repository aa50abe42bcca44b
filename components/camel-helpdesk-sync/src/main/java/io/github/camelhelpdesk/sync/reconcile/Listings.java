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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.Side;

/** What both sides show of one pair of conversations; each conversation is asked for once. */
final class Listings {

    private final PatientCalls calls;
    private final Map<List<String>, Optional<List<HelpdeskMessage>>> known = new HashMap<>();

    Listings(PatientCalls calls) {
        this.calls = calls;
    }

    /**
     * The messages of a conversation.
     *
     * @return empty when the conversation is gone
     * @throws HelpdeskException when this conversation cannot be listed
     */
    Optional<List<HelpdeskMessage>> messages(Side side, String conversation) throws InterruptedException {
        List<String> key = List.of(side.name(), conversation);
        if (!known.containsKey(key)) {
            known.put(key, ask(side, conversation));
        }
        return known.get(key);
    }

    private Optional<List<HelpdeskMessage>> ask(Side side, String conversation) throws InterruptedException {
        try {
            return Optional.of(calls.call(() -> side.messages(conversation)));
        } catch (HelpdeskException e) {
            if (e.isGone()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
