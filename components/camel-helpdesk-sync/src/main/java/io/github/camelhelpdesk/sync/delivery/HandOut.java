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
package io.github.camelhelpdesk.sync.delivery;

import java.time.Instant;

import io.github.camelhelpdesk.sync.ledger.MessageRow;

/**
 * One attempt at one row.
 *
 * @param row the row as it was when the attempt began
 * @param conversation where the copy goes
 * @param at when the route got it; null when it did not come so far
 * @param permit what {@link SidePause#enter} gave
 * @param shared whether another import may be writing into the conversation
 */
record HandOut(MessageRow row, String conversation, Instant at, int permit, boolean shared) {

    /** An attempt in a conversation that only this ledger writes into. */
    HandOut(MessageRow row, String conversation, Instant at, int permit) {
        this(row, conversation, at, permit, false);
    }

    /** Whether the message was not sent by this attempt, should its copy be there now. */
    boolean onlyLooks() {
        return shared && row.notFoundFrom().isAfter(at);
    }
}
