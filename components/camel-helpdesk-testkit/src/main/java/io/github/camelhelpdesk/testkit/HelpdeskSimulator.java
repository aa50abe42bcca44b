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
package io.github.camelhelpdesk.testkit;

import io.github.camelhelpdesk.testkit.fault.Faults;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/**
 * A help desk's API on a local port, kept in memory. Everything a test needs to steer it and to see what happened is here;
 * what only one provider has is in its own class.
 */
public interface HelpdeskSimulator extends AutoCloseable {

    /**
     * The origin alone, such as {@code http://localhost:41234}. The API's own prefix ({@code /api/v1}, {@code /open/v5}) is
     * not part of it: a component appends that itself.
     */
    String baseUrl();

    int port();

    /** Connections are refused from now on; what is stored stays, and the test's own methods go on working. */
    void goOffline();

    /** Listens again, on the same port. */
    void goOnline();

    /** The clock behind every time that this simulator writes, its {@code Date} header included. */
    SimulatorClock clock();

    /** What goes wrong on the way, and when. */
    Faults faults();

    /** What the simulator tells registered webhooks, and what goes wrong with it. Not affected by {@link #goOffline()}. */
    Webhooks webhooks();

    /** The requests that came in, for tests of request economy. */
    RequestLog requests();

    /** What was written, by whom, in the order in which it became visible. */
    History history();

    /** Frees the port. Writes that a fault still holds back are dropped, so are webhooks on their way. */
    @Override
    void close();
}
