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
package io.github.camelhelpdesk.common.conversation;

import java.time.Instant;

/**
 * What the conversations consumer needs of a provider: what conversations are now, not what happened to them. All calls but
 * {@link #isId} use the network and throw {@link io.github.camelhelpdesk.common.HelpdeskException}. Single conversations are
 * asked for by several threads, the rest by one at a time.
 */
public interface ConversationSource {

    /** The account's lasting identity. */
    String account();

    /** The provider's clock. */
    Instant now();

    /**
     * Every conversation that is open, and every closed one that changed at or after an instant. Asked for once in the life of
     * a
     * cursor: what these are is what their changes are told from.
     *
     * @return a list that may hold others too
     */
    SnapshotList everything(Instant closedSince);

    /**
     * The conversations that changed, each as it is now.
     *
     * @param since by the provider's clock; already reaches back by an overlap
     */
    ChangedSnapshots changes(Instant since);

    /**
     * One conversation as it is now.
     *
     * @return null when it is none of those that are read, such as one of another inbox
     * @throws io.github.camelhelpdesk.common.HelpdeskException with status 404 or 410 when there is no such conversation
     */
    ConversationSnapshot conversation(String conversationId);

    /** All that a snapshot shows has been told, and what was told is stored right after. Called by several threads. */
    default void told(ConversationSnapshot snapshot) {
        // Most providers show at any time what there is.
    }

    /** Whether a text can be the id of a conversation. */
    boolean isId(String conversationId);
}
