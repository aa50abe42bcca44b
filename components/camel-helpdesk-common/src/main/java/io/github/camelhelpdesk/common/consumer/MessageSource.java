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
import java.util.Set;

/**
 * What the messages consumer needs of a provider. All calls but {@link #parsePosition} and {@link #isId} use the network and
 * throw
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

    /**
     * Reads what a conversation owes, as {@link #read} does, when it is read for no other reason than that {@link #changes} has
     * shown it. What they have shown may then be relied on, as long as nothing is lost that came later: the time of a batch
     * must not be later than what is known.
     *
     * @param conversationId id of the conversation
     * @param position what has been handled
     */
    default MessageReader readListed(String conversationId, Position position) {
        return read(conversationId, position);
    }

    /**
     * Reads single messages again, wherever in the conversation they are.
     *
     * @param conversationId id of the conversation
     * @param messageIds ids of the messages
     * @return those that were found, oldest first; looking for them may be given up at a bound, with a warning
     */
    MessageBatch revisit(String conversationId, Set<String> messageIds);

    /** All conversations in which something was written at or after an instant, also where nothing is owed. */
    ConversationList conversations(Instant from);

    /** Whether a text can be the id of a conversation and, if one is given, another that of a message. */
    boolean isId(String conversationId, String messageId);

    /** Reads a position that {@link Position#toJson()} has written. */
    Position parsePosition(String json);
}
