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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the positions of conversations that have been quiet for a day, by the provider's clock, so that the number of entries
 * follows what is active and not what ever was.
 */
final class CursorPruning {

    private static final Logger LOG = LoggerFactory.getLogger(CursorPruning.class);
    private static final Duration QUIET = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final CursorStore store;
    private Instant lastMark;

    CursorPruning(CursorStore store) {
        this.store = store;
    }

    /** Removes what can be removed, at most once in an hour of the provider's time. */
    void run(AccountProgress progress) {
        Instant mark = progress.mark();
        if (!store.canForget() || lastMark != null && mark.isBefore(lastMark.plus(PAUSE))) {
            return;
        }
        lastMark = mark;
        List<String> quiet = store.quietSince(mark.minus(QUIET), id -> !progress.isLagging(id));
        if (quiet.isEmpty()) {
            return;
        }
        keepBaseOfLagging(progress);
        Position base = progress.base();
        for (String id : quiet) {
            base = base.forgetting(store.position(id));
        }
        // The raised base first: between the two writes a conversation has both, which is harmless.
        store.save(progress.rebase(base));
        quiet.forEach(store::forget);
        LOG.debug("Removed the positions of {} quiet conversations", quiet.size());
    }

    private void keepBaseOfLagging(AccountProgress progress) {
        for (String id : progress.lagging()) {
            store.saveIfAbsent(id, progress.base());
        }
    }
}
