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
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.NotSentException;

/** Makes calls again that failed in a way that may pass. Waits on the calling thread, so it is for producers only. */
public final class RetryingTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingTransport.class);

    private final Transport transport;
    private final RetryPolicy policy;
    private final Waiting waiting;

    /**
     * @param transport makes one attempt
     * @param policy when to make another one
     */
    public RetryingTransport(Transport transport, RetryPolicy policy) {
        this(transport, policy, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    RetryingTransport(Transport transport, RetryPolicy policy, Waiting waiting) {
        this.transport = transport;
        this.policy = policy;
        this.waiting = waiting;
    }

    @Override
    public <T> HttpAnswer<T> send(HttpCall call, JavaType type) {
        for (int retries = 0;; retries++) {
            try {
                return transport.send(call, type);
            } catch (HelpdeskException failure) {
                Duration delay = policy.delay(call, failure, retries);
                if (delay == null) {
                    throw failure;
                }
                LOG.debug("{} failed with status {}, retry {} in {} ms", call, failure.statusCode(), retries + 1,
                        delay.toMillis());
                pause(call, delay);
            }
        }
    }

    private void pause(HttpCall call, Duration delay) {
        try {
            waiting.pause(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(call + ": stopped while waiting for a retry", 0, null, e);
        }
    }

    /** How to wait; replaced in tests. */
    interface Waiting {
        void pause(Duration duration) throws InterruptedException;
    }
}
