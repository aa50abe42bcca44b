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
package io.github.camelhelpdesk.sync.desk;

import java.time.Instant;
import java.util.List;

/**
 * One row of the ledger, without its text.
 *
 * @param row number of the row
 * @param link name of the link
 * @param source name of the side that it comes from
 * @param target name of the side that it goes to
 * @param sourceConversationId its conversation at the source
 * @param sourceId its id at the source
 * @param kind message, edit or deletion
 * @param revision 0 for the message as first taken in, one more for each change
 * @param targetConversationId conversation of its copies, or null
 * @param targetIds ids of its copies, empty as long as none is known
 * @param state pending, held, confirmed, skipped, parked or discarded
 * @param inDoubt whether the target may have it although it is not confirmed
 * @param attempts how often a route got it
 * @param reason why it stands where it stands, or null
 * @param createdAt when it was written, by the source's clock, or null
 * @param receivedAt when it came into the ledger
 * @param firstHandedOutAt when a route first got it, or null
 * @param endedAt when it came to its state, or null while it is on its way
 */
public record MessageSummary(long row, String link, String source, String target, String sourceConversationId, String sourceId,
        String kind, int revision, String targetConversationId, List<String> targetIds, String state, boolean inDoubt,
        int attempts, String reason, Instant createdAt, Instant receivedAt, Instant firstHandedOutAt, Instant endedAt) {
}
