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
package io.github.camelhelpdesk.routes.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

import io.github.camelhelpdesk.testkit.RequestLog;

/** Counts the requests of each poll of a consumer. */
final class PollCosts implements PollingConsumerPollStrategy {

    private final RequestLog requests;
    private final List<Integer> costs = new CopyOnWriteArrayList<>();
    private long before;

    PollCosts(RequestLog requests) {
        this.requests = requests;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        before = requests.count();
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        costs.add((int) (requests.count() - before));
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        return false;
    }

    /** How many polls have ended. */
    int polls() {
        return costs.size();
    }

    /** The requests of the last polls. */
    List<Integer> ofLast(int polls) {
        List<Integer> all = List.copyOf(costs);
        return all.subList(Math.max(0, all.size() - polls), all.size());
    }

    /** Whether that many polls have ended, and none of the last ones has made more requests. */
    boolean lastAreAtMost(int polls, int requestsOfEach) {
        List<Integer> last = ofLast(polls);
        return last.size() == polls && last.stream().allMatch(cost -> cost <= requestsOfEach);
    }
}
