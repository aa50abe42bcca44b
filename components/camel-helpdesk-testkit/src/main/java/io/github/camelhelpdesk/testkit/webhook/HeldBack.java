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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Calls that wait until a later one to the same url is through, or until their time is over. */
final class HeldBack implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(HeldBack::daemon);
    private final List<WebhookCall> waiting = new ArrayList<>();
    private final Consumer<WebhookCall> release;
    private long overtaken;

    HeldBack(Consumer<WebhookCall> release) {
        this.release = release;
    }

    void hold(WebhookCall call, long atMostMillis) {
        synchronized (this) {
            waiting.add(call);
        }
        try {
            timer.schedule(() -> {
                if (take(call)) {
                    release.accept(call);
                }
            }, atMostMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            take(call);
        }
    }

    /** What waits for a call to this url to come through; it waits no longer on anything else. */
    synchronized List<WebhookCall> overtakenBy(WebhookCall later) {
        List<WebhookCall> overtakenNow = waiting.stream().filter(call -> call.url().equals(later.url())).toList();
        waiting.removeAll(overtakenNow);
        overtaken += overtakenNow.size();
        return overtakenNow;
    }

    synchronized long overtaken() {
        return overtaken;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private synchronized boolean take(WebhookCall call) {
        return waiting.remove(call);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "simulator-webhook-timer");
        thread.setDaemon(true);
        return thread;
    }
}
