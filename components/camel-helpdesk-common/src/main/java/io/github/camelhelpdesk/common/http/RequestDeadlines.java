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
package io.github.camelhelpdesk.common.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

import io.github.camelhelpdesk.common.ContextServices;

/**
 * Ends requests that take too long as a whole. The time-outs of a socket count from byte to byte only, so that an answer which
 * drips would otherwise never end. One thread for a Camel context.
 */
final class RequestDeadlines extends ServiceSupport {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "HelpdeskRequestDeadlines");
        thread.setDaemon(true);
        return thread;
    });

    private RequestDeadlines() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** The deadlines of a context, made on first use. */
    static RequestDeadlines of(CamelContext context) {
        return ContextServices.of(context, RequestDeadlines.class, RequestDeadlines::new);
    }

    /** Aborts the request after a time, unless the future is cancelled before. */
    ScheduledFuture<?> abortAfter(HttpUriRequestBase request, Duration time) {
        return timer.schedule(request::abort, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doShutdown() {
        timer.shutdownNow();
    }
}
