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

import io.github.camelhelpdesk.sync.reread.RereadProgress;

/**
 * How far a backfill has come.
 *
 * @param link name of the link
 * @param source name of the side that is read again
 * @param state running or done
 * @param from what was written at or after this instant is read
 * @param startedAt when it was asked for
 * @param endedAt when it ended, or null
 * @param conversationsDone conversations that were read to their end
 * @param conversationsTotal how many there are; null while they are being listed
 * @param messages messages that were read again
 * @param perSecond messages a second, on average
 * @param secondsLeft an estimate; null while there is none
 */
public record Backfill(String link, String source, String state, Instant from, Instant startedAt, Instant endedAt,
        long conversationsDone, Long conversationsTotal, long messages, double perSecond, Long secondsLeft) {

    static Backfill of(String link, String source, RereadProgress progress) {
        return new Backfill(link, source, progress.isEnded() ? "done" : "running", progress.from(), progress.startedAt(),
                progress.endedAt(), progress.conversationsDone(), progress.conversationsTotal(), progress.messages(),
                Math.round(progress.perSecond() * 100) / 100.0,
                progress.timeLeft() == null ? null : progress.timeLeft().toSeconds());
    }
}
