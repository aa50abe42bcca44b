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
import java.util.List;

/**
 * What became of one message: the answer to "where is my message?".
 *
 * @param source component name of the side it came from
 * @param target component name of the side it goes to
 * @param sourceConversationId conversation on the source
 * @param sourceId message id on the source
 * @param targetConversationId conversation on the target, or null while there is none
 * @param targetIds ids of the copies on the target, empty until confirmed
 * @param state {@code pending}, {@code confirmed}, {@code held}, {@code skipped}, {@code parked} or {@code discarded}
 * @param attempts how often it was handed to the route
 * @param reason why it is parked or what the last attempt met, or null; never message text
 * @param createdAt when it was written, by the source's clock
 * @param receivedAt when it entered the ledger
 * @param endedAt when it ended, or null
 * @param kind {@code message}, or {@code edit} or {@code deletion} of one
 * @param revision 0 for the message as first taken in, one more for each edit and for the deletion
 */
public record MessageTrace(String source, String target, String sourceConversationId, String sourceId,
        String targetConversationId, List<String> targetIds, String state, int attempts, String reason, Instant createdAt,
        Instant receivedAt, Instant endedAt, String kind, int revision) {
}
