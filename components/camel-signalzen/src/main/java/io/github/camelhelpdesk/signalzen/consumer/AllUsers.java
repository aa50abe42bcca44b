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

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.camelhelpdesk.common.consumer.ConversationList;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** Ids of all users, as no time of a user is known to follow its messages. */
final class AllUsers implements ConversationList {

    private final UserParts parts;

    AllUsers(Supplier<OffsetList<SignalzenUser>> lists) {
        this.parts = new UserParts(lists, new UserSnapshots(id -> Optional.empty()));
    }

    @Override
    public List<String> next() {
        List<ConversationSnapshot> part = parts.next();
        return part == null ? null : part.stream().map(ConversationSnapshot::id).toList();
    }
}
