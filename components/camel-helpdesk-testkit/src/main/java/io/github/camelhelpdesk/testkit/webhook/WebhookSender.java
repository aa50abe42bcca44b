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

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Posts webhooks from a few threads, each once, with five seconds of patience (chatwoot.md, section 7). */
final class WebhookSender implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int THREADS = 4;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, WebhookSender::daemon);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private final WebhookLog log;

    WebhookSender(WebhookLog log) {
        this.log = log;
    }

    /**
     * Posts as soon as a thread is free.
     *
     * @param wanted asked right before
     * @param ended run afterwards, however it ended
     */
    void post(WebhookCall call, BooleanSupplier wanted, Runnable ended) {
        try {
            pool.execute(() -> {
                try {
                    if (wanted.getAsBoolean()) {
                        report(call, status(call));
                    }
                } finally {
                    ended.run();
                }
            });
        } catch (RejectedExecutionException closed) {
            ended.run();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(WebhookCall call, int status) {
        log.add(call, status);
        call.outcome().accept(status);
    }

    private int status(WebhookCall call) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(call.address()).timeout(PATIENCE)
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(call.body()));
            call.headers().get().forEach(request::header);
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "simulator-webhook");
        thread.setDaemon(true);
        return thread;
    }
}
