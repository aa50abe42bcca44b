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
package io.github.camelhelpdesk.sync.reread;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How far a re-reading has come.
 *
 * @param from what was written at or after this instant is read
 * @param startedAt when it was asked for
 * @param endedAt when it ended, or null
 * @param conversationsDone conversations that were read to their end
 * @param conversationsTotal how many there are; null while that is not known
 * @param messages messages that were handed out again
 * @param perSecond messages a second, on average
 * @param timeLeft an estimate; null while there is none
 * @param conversationsWithoutMessages those of the conversations read to their end of which nothing was handed out
 * @param leftOut messages of the conversations read to their end that the option include kept back, by its word for them
 */
public record RereadProgress(Instant from, Instant startedAt, Instant endedAt, long conversationsDone, Long conversationsTotal,
        long messages, double perSecond, Duration timeLeft, long conversationsWithoutMessages, Map<String, Long> leftOut) {

    public boolean isEnded() {
        return endedAt != null;
    }
}
