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
package io.github.camelhelpdesk.common.consumer;

import java.util.concurrent.CountDownLatch;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;

/**
 * Waits for the end of an exchange, wherever it ends: the completion moves along when a route hands over to {@code seda} or
 * {@code threads}.
 */
final class ExchangeCompletion implements Synchronization {

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean success;
    private volatile Exception failure;

    @Override
    public void onComplete(Exchange exchange) {
        // A handled exception arrives here; so does rollback-only, which asks for the message again.
        success = !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
        ended.countDown();
    }

    @Override
    public void onFailure(Exchange exchange) {
        failure = exchange.getException();
        ended.countDown();
    }

    /** Waits until the exchange has ended; false when it failed or is to be rolled back. */
    boolean await() throws InterruptedException {
        ended.await();
        return success;
    }

    /** The exception that it ended with, or null. */
    Exception failure() {
        return failure;
    }
}
