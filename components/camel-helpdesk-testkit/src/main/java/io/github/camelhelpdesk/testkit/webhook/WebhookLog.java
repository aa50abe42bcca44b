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
package io.github.camelhelpdesk.testkit.webhook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import io.github.camelhelpdesk.testkit.SimulatorClock;

/** What left: all of it counted, the newest {@value #KEPT} kept. */
final class WebhookLog {

    static final int KEPT = 50_000;

    private final SimulatorClock clock;
    private final Deque<SentWebhook> newest = new ArrayDeque<>();
    private long count;

    WebhookLog(SimulatorClock clock) {
        this.clock = clock;
    }

    synchronized void add(WebhookCall call, int status) {
        count++;
        newest.addLast(new SentWebhook(clock.now(), call.event(), call.resource(), call.url(), status));
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized List<SentWebhook> list(Predicate<SentWebhook> wanted) {
        return newest.stream().filter(wanted).toList();
    }
}
