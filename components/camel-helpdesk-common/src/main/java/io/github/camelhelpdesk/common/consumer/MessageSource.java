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

/**
 * What the messages consumer needs of a provider. All calls but {@link #parsePosition} use the network and throw
 * {@link io.github.camelhelpdesk.common.HelpdeskException}. Reading is done by several threads, the rest by one at a time.
 */
public interface MessageSource {

    /** The account's lasting identity. */
    String account();

    /** Resolves {@code startFrom} to a place in the provider's data. Asked once in the life of a cursor. */
    Beginning begin(StartFrom startFrom);

    /**
     * The conversations that changed.
     *
     * @param since by the provider's clock; already reaches back by an overlap
     */
    Changes changes(Instant since);

    /**
     * Reads what a conversation owes, beginning at a position.
     *
     * @param conversationId id of the conversation
     * @param position what has been handled; the reader may give messages again that it does not owe
     */
    MessageReader read(String conversationId, Position position);

    /** Reads a position that {@link Position#toJson()} has written. */
    Position parsePosition(String json);
}
