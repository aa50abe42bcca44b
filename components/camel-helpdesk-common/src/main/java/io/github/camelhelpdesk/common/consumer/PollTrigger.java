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

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a poll outside of its schedule. What is asked for before it has begun is one run. */
final class PollTrigger {

    private final ScheduledExecutorService thread;
    private final Runnable poll;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Future<?> next;

    PollTrigger(ScheduledExecutorService thread, Runnable poll) {
        this.thread = thread;
        this.poll = poll;
    }

    /** Asks for a run after a while; zero or less for at once. */
    void request(long nanos) {
        if (waiting.compareAndSet(false, true)) {
            try {
                next = thread.schedule(this::run, Math.max(0, nanos), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // The consumer is stopping: what was asked for is kept and done after the next start.
                waiting.set(false);
            }
        }
    }

    /** A run that waits for its time is dropped, so that the thread can end. */
    void close() {
        Future<?> last = next;
        if (last != null) {
            last.cancel(false);
        }
    }

    private void run() {
        waiting.set(false);
        poll.run();
    }
}
