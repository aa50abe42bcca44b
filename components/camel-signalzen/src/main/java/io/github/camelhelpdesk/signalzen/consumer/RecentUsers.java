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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Users of whom something was seen lately. An operator's message need not move a time of its user, and most follow soon upon
 * something that is seen: such a user is looked at again each time that as long again has passed, so that an answer is found
 * when at most twice the time has passed that it took. Of the 10,000 that were active last.
 */
final class RecentUsers {

    static final Duration FIRST = Duration.ofSeconds(10);
    private static final int MOST = 10_000;
    private static final int MOST_AT_ONCE = 50;

    private final Duration longest;
    private final Map<String, Recent> users = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recent> eldest) {
            return size() > MOST;
        }
    };
    private Instant now = Instant.MIN;

    private record Recent(Instant activeAt, Instant due) {
    }

    /** @param longest for how long after its last activity a user is looked at; zero for never */
    RecentUsers(Duration longest) {
        this.longest = longest;
    }

    /** It is now, by the provider's clock. */
    synchronized void now(Instant instant) {
        now = instant;
    }

    /** A user was active, as a time of it or of a message tells; one who was so later, or is too long ago, is left alone. */
    synchronized void active(String userId, Instant at) {
        Recent known = users.get(userId);
        if (at == null || now.equals(Instant.MIN) || !at.isAfter(now.minus(longest))
                || known != null && !at.isAfter(known.activeAt)) {
            return;
        }
        users.remove(userId);
        Instant activeAt = at.isAfter(now) ? now : at;
        users.put(userId, new Recent(at, next(activeAt)));
    }

    /** Those that are due, each once. */
    synchronized List<String> due() {
        List<String> due = new ArrayList<>();
        Iterator<Map.Entry<String, Recent>> all = users.entrySet().iterator();
        while (all.hasNext() && due.size() < MOST_AT_ONCE) {
            Map.Entry<String, Recent> user = all.next();
            if (!user.getValue().due.isAfter(now)) {
                due.add(user.getKey());
                again(user, all);
            }
        }
        return due;
    }

    private void again(Map.Entry<String, Recent> user, Iterator<Map.Entry<String, Recent>> all) {
        Instant activeAt = user.getValue().activeAt;
        if (activeAt.isAfter(now.minus(longest))) {
            user.setValue(new Recent(activeAt, next(activeAt)));
        } else {
            all.remove();
        }
    }

    /** When as long again will have passed. */
    private Instant next(Instant activeAt) {
        Duration age = Duration.between(activeAt, now);
        return now.plus(age.compareTo(FIRST) < 0 ? FIRST : age);
    }
}
