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
package io.github.camelhelpdesk.testkit.http;

import java.util.function.Function;

import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.RequestLog;
import io.github.camelhelpdesk.testkit.SimulatorClock;
import io.github.camelhelpdesk.testkit.fault.Faults;
import io.github.camelhelpdesk.testkit.webhook.Webhooks;

/** What all simulators have: a server, a history and webhooks. */
public abstract class ServedSimulator implements HelpdeskSimulator {

    private final SimulatorServer server;
    private final History history = new History();
    private final Webhooks webhooks;

    /** @param port where to listen; 0 for any that is free */
    protected ServedSimulator(int port) {
        server = new SimulatorServer(port);
        webhooks = new Webhooks(server.clock());
    }

    /** From now on this works the requests off; safe for many threads. Until then they are answered with 503. */
    protected final void serve(Function<Call, Answer> requests) {
        server.serve(requests);
    }

    @Override
    public final String baseUrl() {
        return server.baseUrl();
    }

    @Override
    public final int port() {
        return server.port();
    }

    @Override
    public final void goOffline() {
        server.goOffline();
    }

    @Override
    public final void goOnline() {
        server.goOnline();
    }

    @Override
    public final SimulatorClock clock() {
        return server.clock();
    }

    @Override
    public final Faults faults() {
        return server.faults();
    }

    @Override
    public final Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public final RequestLog requests() {
        return server.requests();
    }

    @Override
    public final History history() {
        return history;
    }

    @Override
    public void close() {
        server.close();
        webhooks.close();
    }
}
