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
 * How far a conversation has been handled. Composite and gap-proof: a floor below which everything is done, and the messages
 * above it that are done, so that a message which arrives late with an old stamp is still owed. Used by one thread at a time.
 */
public interface Position {

    /** Whether a message has still to be handled. */
    boolean owes(SourceMessage message);

    /**
     * Notes that a message was handled.
     *
     * @param message the message
     * @param readAt the provider's clock when it was read
     */
    void handled(SourceMessage message, Instant readAt);

    /**
     * Raises the floor as far as is safe.
     *
     * @param readAt the provider's clock at the last read
     */
    void settle(Instant readAt);

    /**
     * The provider's clock at the last {@link #settle}, or the time of a message that says it is newer; null before the first.
     */
    Instant settledAt();

    /** A copy that changes on its own. */
    Position copy();

    /** This position, meant for conversations without their own, after one with the given position was forgotten. */
    Position forgetting(Position forgotten);

    /** As JSON text on one line. */
    String toJson();
}
