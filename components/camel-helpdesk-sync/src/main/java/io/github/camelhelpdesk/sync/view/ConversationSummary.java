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
package io.github.camelhelpdesk.sync.view;

import java.time.Instant;

/**
 * One conversation as it stands on both sides.
 *
 * @param contact name of the customer, or null when no message said it
 * @param state {@code parked} when a message waits for a person, else {@code waiting} when one is on its way, else
 *        {@code upToDate}
 * @param source the side that the link's first direction comes from
 * @param target the other side
 * @param lastActivity when the newest message or change entered the ledger
 */
public record ConversationSummary(String contact, String state, ConversationSide source, ConversationSide target,
        Instant lastActivity) {

    static final String PARKED = "parked";
    static final String WAITING = "waiting";
    static final String UP_TO_DATE = "upToDate";

    /** With the state that follows from both sides. */
    public static ConversationSummary of(String contact, ConversationSide source, ConversationSide target,
            Instant lastActivity) {
        return new ConversationSummary(contact, state(source, target), source, target, lastActivity);
    }

    private static String state(ConversationSide source, ConversationSide target) {
        if (source.parked() + target.parked() > 0) {
            return PARKED;
        }
        return source.waiting() + target.waiting() > 0 ? WAITING : UP_TO_DATE;
    }
}
