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
package io.github.camelhelpdesk.sync.imports;

import java.time.Instant;
import java.util.Map;

import io.github.camelhelpdesk.sync.reread.RereadProgress;

/**
 * What an import remembers.
 *
 * @param dryRun whether nothing is written to the target
 * @param phase how far it has come
 * @param startedAt when it was begun
 * @param lastRowBefore id of the newest row that was in the ledger before
 * @param readingSince when its reading was asked for, which tells it from others; null before that
 * @param reading what the reading has met, once it has ended; else null
 * @param endedAt when it ended, or null
 */
record ImportState(boolean dryRun, ImportPhase phase, Instant startedAt, long lastRowBefore, Instant readingSince,
        Reading reading, Instant endedAt) {

    /**
     * What was read beside the messages that came to the intake.
     *
     * @param conversations how many the source has
     * @param withoutMessages conversations of which nothing was handed out
     * @param leftOut messages that were not handed out, by the word of the option include
     */
    record Reading(long conversations, long withoutMessages, Map<String, Long> leftOut) {

        static Reading of(RereadProgress progress) {
            return new Reading(progress.conversationsDone(), progress.conversationsWithoutMessages(), progress.leftOut());
        }
    }

    ImportState readingSince(Instant since) {
        return new ImportState(dryRun, phase, startedAt, lastRowBefore, since, reading, endedAt);
    }

    ImportState read(Reading met) {
        return new ImportState(dryRun, dryRun ? ImportPhase.done : ImportPhase.delivering, startedAt, lastRowBefore,
                readingSince, met, dryRun ? Instant.now() : null);
    }

    ImportState closing() {
        return new ImportState(dryRun, ImportPhase.closing, startedAt, lastRowBefore, readingSince, reading, null);
    }

    ImportState done(Instant now) {
        return new ImportState(dryRun, ImportPhase.done, startedAt, lastRowBefore, readingSince, reading, now);
    }

    /** Whether a reading of the source is the one that this import has asked for. */
    boolean isOwn(RereadProgress progress) {
        if (!progress.from().equals(Instant.EPOCH)) {
            return false;
        }
        long asked = progress.startedAt().toEpochMilli();
        // A crash may have come between the asking and the note of it.
        return readingSince == null ? asked >= startedAt.toEpochMilli() : asked == readingSince.toEpochMilli();
    }
}
