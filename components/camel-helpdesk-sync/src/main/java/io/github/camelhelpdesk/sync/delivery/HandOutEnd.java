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
package io.github.camelhelpdesk.sync.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** The end of an exchange, wherever it takes place: the on-completion follows it through seda and threads. */
final class HandOutEnd extends SynchronizationAdapter {

    private final Consumer<Exchange> onEnd;
    private final AtomicBoolean told = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    HandOutEnd(Consumer<Exchange> onEnd) {
        this.onEnd = onEnd;
    }

    @Override
    public void onDone(Exchange exchange) {
        if (told.compareAndSet(false, true)) {
            try {
                onEnd.accept(exchange);
            } finally {
                ended.complete(null);
            }
        }
    }

    CompletableFuture<Void> ended() {
        return ended;
    }
}
