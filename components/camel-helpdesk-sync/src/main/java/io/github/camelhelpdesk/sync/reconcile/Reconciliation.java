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
package io.github.camelhelpdesk.sync.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a comparison has come, and what it has found.
 *
 * @param link name of the link
 * @param state running, done, cancelled or failed
 * @param repair whether what is missing or has diverged is read again
 * @param startedAt when it began
 * @param endedAt when it ended, or null
 * @param conversationsDone conversations that were compared
 * @param conversationsTotal how many there are; null while they are being listed
 * @param perSecond conversations a second, on average
 * @param secondsLeft an estimate; null while there is none
 * @param waitsFor what a provider answered that it waits for to be over; else null
 * @param error why it failed, or null
 * @param findings how many there are of each kind
 * @param readAgain messages that were asked for again, with repair
 * @param repaired how many of those the ledger has now
 * @param conversations where, at most 1000 conversations
 */
public record Reconciliation(String link, String state, boolean repair, Instant startedAt, Instant endedAt,
        long conversationsDone, Long conversationsTotal, double perSecond, Long secondsLeft, String waitsFor, String error,
        Map<Finding, Long> findings, long readAgain, long repaired, List<ConversationFindings> conversations) {
}
