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
package io.github.camelhelpdesk.routes.docs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Route;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Which routes have brought an exchange to its end, and which could not. */
final class RouteOutcomes extends EventNotifierSupport {

    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeCompletedEvent done) {
            completed.add(done.getExchange().getFromRouteId());
        } else if (event instanceof ExchangeFailedEvent failed) {
            failures.add(failed.getExchange().getFromRouteId() + ": " + failed.getCause());
        }
    }

    /** Whether each of these has completed one. */
    boolean of(List<Route> routes) {
        return !routes.isEmpty() && routes.stream().map(Route::getRouteId).allMatch(completed::contains);
    }

    List<String> failures() {
        return failures;
    }
}
