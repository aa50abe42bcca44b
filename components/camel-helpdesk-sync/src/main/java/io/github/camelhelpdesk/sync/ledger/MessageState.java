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
package io.github.camelhelpdesk.sync.ledger;

import java.util.Locale;

/** Where a row stands. All but {@link #PENDING} and {@link #HELD} are ends; a parked row can be taken up again. */
public enum MessageState {
    /** To be sent, in its turn. */
    PENDING,
    /** Perhaps our own copy: it waits, and its conversation with it, until that is known. */
    HELD,
    /** Sent: the target has it. */
    CONFIRMED,
    /** Deliberately not sent. */
    SKIPPED,
    /** Waits for a person. */
    PARKED,
    /** Never to be sent: a person has decided so, or deleted it at the source before it was sent. */
    DISCARDED;

    /** Whether it has not ended. A parked row has, although it can be taken up again. */
    boolean isOpen() {
        return this == PENDING || this == HELD;
    }

    /** Whether nothing comes after it, unless it was sent all the same. */
    boolean isFinal() {
        return !isOpen() && this != PARKED;
    }

    /** The word in the database and in {@link io.github.camelhelpdesk.sync.view.MessageTrace}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
