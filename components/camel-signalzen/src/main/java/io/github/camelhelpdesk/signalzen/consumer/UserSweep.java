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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Hands out all users, a share with each poll, so that those with news need not wait for them. */
final class UserSweep {

    private static final int LEAST_SHARE = 20;

    private final Instant began;
    private final Deque<String> rest;
    private final int share;

    /**
     * @param began the provider's clock before the users were listed; null when not known
     * @param users ids of all users that need be looked at
     * @param parts in how many polls it should be done
     */
    UserSweep(Instant began, Collection<String> users, long parts) {
        this.began = began;
        this.rest = new ArrayDeque<>(users);
        this.share = (int) Math.max(LEAST_SHARE, users.size() / Math.max(1, parts) + 1);
    }

    /** The next share; empty when all were handed out. */
    List<String> next() {
        List<String> next = new ArrayList<>();
        while (next.size() < share && !rest.isEmpty()) {
            next.add(rest.poll());
        }
        return next;
    }

    boolean isDone() {
        return rest.isEmpty();
    }

    /** Everything that was written before it has been handed out once the sweep is done; null when that cannot be said. */
    Instant mark() {
        return began;
    }
}
