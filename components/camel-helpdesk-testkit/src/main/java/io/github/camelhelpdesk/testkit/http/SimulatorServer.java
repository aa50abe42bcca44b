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

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

import io.github.camelhelpdesk.testkit.RequestLog;
import io.github.camelhelpdesk.testkit.SeenRequest;
import io.github.camelhelpdesk.testkit.SimulatorClock;
import io.github.camelhelpdesk.testkit.fault.Execution;
import io.github.camelhelpdesk.testkit.fault.Faults;

/**
 * WireMock with Java code behind it: each request is logged, goes through the faults, and is worked off by the handler.
 */
public final class SimulatorServer implements AutoCloseable {

    /** Enough that calls which a fault holds back never keep the others waiting. */
    private static final int THREADS = 160;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final SimulatorClock clock = new SimulatorClock();
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor(SimulatorServer::daemon);
    private final int port;
    private final String baseUrl;
    private WireMockServer server;
    private volatile Function<Call, Answer> handler = call -> Answer.empty(503);

    /**
     * Starts at once, and answers 503 until there is something to serve.
     *
     * @param port 0 for a free one
     */
    public SimulatorServer(int port) {
        server = listen(port);
        this.port = server.port();
        baseUrl = "http://localhost:" + this.port;
    }

    /** From now on this works the requests off; safe for many threads. */
    public void serve(Function<Call, Answer> requests) {
        handler = requests;
    }

    public String baseUrl() {
        return baseUrl;
    }

    public int port() {
        return port;
    }

    /** Nobody listens on the port any more. */
    public synchronized void goOffline() {
        server.stop();
    }

    /** Listens on the same port again. */
    public synchronized void goOnline() {
        server.stop();
        server = listen(port);
    }

    public SimulatorClock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requests() {
        return requests;
    }

    @Override
    public synchronized void close() {
        late.shutdownNow();
        server.stop();
    }

    private WireMockServer listen(int onPort) {
        WireMockServer listener = new WireMockServer(WireMockConfiguration.options().port(onPort).containerThreads(THREADS)
                .disableRequestJournal().stubRequestLoggingDisabled(true).gzipDisabled(true)
                .extensions(new HandlerTransformer(this::answer)));
        listener.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        listener.start();
        return listener;
    }

    private Answer answer(Call call) {
        Answer answer = faults.apply(new Execution(call, () -> process(call), this::later));
        requests.add(new SeenRequest(clock.now(), call.method(), call.path(), call.rawQuery(), answer.status()));
        return answer.withDefaultHeader("Date", HTTP_DATE.format(clock.now()));
    }

    private Answer process(Call call) {
        try {
            return handler.apply(call);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException e) {
            // A mistake of the simulator's own must not look like an error of the provider's.
            return Answer.of(500, "text/plain", "The simulator failed: " + e);
        }
    }

    private void later(Runnable work, Duration delay) {
        late.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "simulator-late");
        thread.setDaemon(true);
        return thread;
    }
}
