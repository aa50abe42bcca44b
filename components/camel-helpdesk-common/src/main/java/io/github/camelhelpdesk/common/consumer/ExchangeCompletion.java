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
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Waits for the end of an exchange, wherever it ends: the completion moves along when a route hands over to {@code seda} or
 * {@code threads}. The exchange that was handed over has to end well too: a full queue takes the completion and never ends it,
 * and what comes behind the hand-over may fail.
 */
final class ExchangeCompletion implements Synchronization {

    private final CountDownLatch routed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean routedWell;
    private volatile boolean success;
    private volatile Exception failure;

    /** Adds itself to the exchange that is given to the route. */
    void follow(Exchange exchange) {
        exchange.getExchangeExtension().addOnCompletion(this);
        exchange.getExchangeExtension().addOnCompletion(new FirstExchange());
    }

    /** The route has given the exchange back, which may have been handed over to another one. */
    void routed() {
        routed.countDown();
    }

    @Override
    public void onComplete(Exchange exchange) {
        success = isToBeKept(exchange);
        ended.countDown();
    }

    @Override
    public void onFailure(Exchange exchange) {
        failure = exchange.getException();
        ended.countDown();
    }

    /** Waits until the exchange has ended; false when it failed or is to be rolled back. */
    boolean await() throws InterruptedException {
        await(routed);
        if (!routedWell) {
            return false;
        }
        await(ended);
        return success;
    }

    /** What has ended has ended: an interrupt must not make a message that was handled be repeated. */
    private static void await(CountDownLatch latch) throws InterruptedException {
        if (latch.getCount() > 0) {
            latch.await();
        }
    }

    /** A handled exception is no failure; rollback-only asks for the message again. */
    private static boolean isToBeKept(Exchange exchange) {
        return !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
    }

    /** The exception that it ended with, or null. */
    Exception failure() {
        return failure;
    }

    /** Stays with the exchange that was given to the route. */
    private final class FirstExchange extends SynchronizationAdapter {

        @Override
        public boolean allowHandover() {
            return false;
        }

        @Override
        public void onComplete(Exchange exchange) {
            routedWell = isToBeKept(exchange);
        }

        @Override
        public void onFailure(Exchange exchange) {
            failure = exchange.getException();
        }
    }
}
