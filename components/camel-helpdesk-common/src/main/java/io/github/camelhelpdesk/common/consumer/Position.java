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

    /** Whether a message was handled and lies in the part of the conversation that each read gives again. */
    boolean remembers(SourceMessage message);

    /** The version in which a message was handed out; null when it is not known. */
    String version(SourceMessage message);

    /**
     * Notes that a message was handled, once or again.
     *
     * @param message the message
     * @param readAt the provider's clock when it was read
     * @param version the version to remember, or null for none
     */
    void handled(SourceMessage message, Instant readAt, String version);

    /**
     * Remembers the version of a message that was handled when versions were not noted.
     *
     * @return whether there was something to note, and room for it
     */
    boolean adopt(SourceMessage message, String version);

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

    /** A position that owes again what was written at or after an instant, and all that this one has yet to see. */
    Position again(Instant from);

    /** Whether reading begins earlier at this position than at another one. */
    boolean beginsBefore(Position other);

    /** This position, meant for conversations without their own, after one with the given position was forgotten. */
    Position forgetting(Position forgotten);

    /** As JSON text on one line. */
    String toJson();
}
