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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The lanes that have work, each of them once: in line, with a worker, or asleep until a given time. Holds a number per lane
 * and nothing of its messages, whatever waits in the ledger.
 */
final class LaneQueue {

    private enum State {
        IN_LINE,
        WITH_WORKER,
        /** With a worker, and new work came meanwhile. */
        WITH_WORKER_AND_MORE,
        ASLEEP
    }

    private final Map<Long, State> lanes = new HashMap<>();
    private final Deque<Long> line = new ArrayDeque<>();
    private boolean closed;

    /** Work may have come to the lane. Does not end a sleep. */
    synchronized void wake(long lane) {
        State state = lanes.putIfAbsent(lane, State.IN_LINE);
        if (state == null) {
            append(lane);
        } else if (state == State.WITH_WORKER) {
            lanes.put(lane, State.WITH_WORKER_AND_MORE);
        }
    }

    /** Gives the first lane in line to the calling worker; null when closed. */
    synchronized Long take() throws InterruptedException {
        while (line.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        Long lane = line.poll();
        lanes.put(lane, State.WITH_WORKER);
        return lane;
    }

    /** The worker's lane has no work left, as far as the worker saw. */
    synchronized void done(long lane) {
        State state = lanes.remove(lane);
        if (state == State.WITH_WORKER_AND_MORE) {
            wake(lane);
        }
    }

    /** The worker's lane has more work: it goes to the end of the line, so that all lanes get on. */
    synchronized void again(long lane) {
        lanes.put(lane, State.IN_LINE);
        append(lane);
    }

    /** The worker's lane sleeps until {@link #again}. */
    synchronized void sleep(long lane) {
        lanes.put(lane, State.ASLEEP);
    }

    /** Lets all workers go. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized int size() {
        return lanes.size();
    }

    private void append(long lane) {
        line.add(lane);
        notify();
    }
}
