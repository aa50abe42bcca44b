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
package io.github.camelhelpdesk.signalzen.consumer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.consumer.ConversationList;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.Part;
import io.github.camelhelpdesk.signalzen.client.Walk;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/**
 * All users, as no time of a user is known to follow its messages. They are listed twice: one that moved to a part of the list
 * which had been read is found by the second time.
 */
final class AllUsers implements ConversationList {

    private static final int ROUNDS = 2;

    private final Supplier<OffsetList<SignalzenUser>> lists;
    private final Set<String> given = new HashSet<>();
    private Walk<SignalzenUser> walk;
    private int rounds;

    AllUsers(Supplier<OffsetList<SignalzenUser>> lists) {
        this.lists = lists;
    }

    @Override
    public List<String> next() {
        if (walk == null && rounds == ROUNDS) {
            return null;
        }
        walk = walk == null ? lists.get().up(0) : walk;
        Part<SignalzenUser> part = walk.next();
        if (part == null) {
            walk = null;
            rounds++;
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        part.items().stream().map(item -> UserVersion.of(item, null)).filter(change -> change != null)
                .map(ConversationChange::conversationId).filter(given::add).forEach(ids::add);
        return ids;
    }
}
