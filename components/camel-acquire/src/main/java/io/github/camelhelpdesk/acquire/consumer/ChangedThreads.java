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
package io.github.camelhelpdesk.acquire.consumer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.http.Item;

/** Finds the threads that changed, by the list of cases. */
final class ChangedThreads {

    private static final Logger LOG = LoggerFactory.getLogger(ChangedThreads.class);

    private static final String SINCE = "{since}";

    private final Supplier<AcquireClient> client;
    private final AcquireConfiguration configuration;
    private final ThreadPeople people;
    private final Function<Item<AcquireCase>, String> version;
    private boolean isOrderKnown;

    /**
     * @param client makes the calls
     * @param configuration how lists are read
     * @param people takes in whose threads these are
     * @param version tells a case that has changed from what it was
     */
    ChangedThreads(Supplier<AcquireClient> client, AcquireConfiguration configuration, ThreadPeople people,
            Function<Item<AcquireCase>, String> version) {
        this.client = client;
        this.configuration = configuration;
        this.people = people;
        this.version = version;
    }

    /** What changed at or after an instant. */
    Changes since(Instant since) {
        return swept(since).changes();
    }

    /** The walk through the cases that changed at or after an instant, done to its end. */
    CaseSweep swept(Instant since) {
        CaseSweep sweep = sweep(since);
        sweep.goOn(Integer.MAX_VALUE);
        if (!sweep.isOrdered() && !isOrderKnown) {
            isOrderKnown = true;
            LOG.warn(
                    "Acquire account {} lists its cases in another order than {}: each poll reads the whole list. Set the option"
                            + " caseOrder to one that it knows, or narrow the list down by caseFilter",
                    configuration.getAccount(), configuration.getCaseOrder());
        }
        return sweep;
    }

    /** A walk through the cases that changed at or after an instant. */
    CaseSweep sweep(Instant since) {
        List<String> where = filters(since);
        return new CaseSweep(new Pages<>("The list of cases", configuration, AcquireCase::id,
                page -> client.get().cases().list(where, page)), since, people, version);
    }

    /** Whether each case that changed is in the list, and none is kept out of it by something else. */
    boolean isEachListed() {
        return filters().allMatch(part -> part.startsWith("dateUpdated|") && part.contains(SINCE));
    }

    private List<String> filters(Instant since) {
        return filters().map(part -> part.replace(SINCE, since.toString())).toList();
    }

    private Stream<String> filters() {
        String filter = configuration.getCaseFilter();
        return filter == null ? Stream.empty()
                : Arrays.stream(filter.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
