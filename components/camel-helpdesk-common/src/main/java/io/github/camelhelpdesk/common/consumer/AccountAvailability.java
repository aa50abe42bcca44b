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

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;

/** Whether an account answers: until when it is left alone, and what its health check and the log say of it. */
final class AccountAvailability {

    private static final Logger LOG = LoggerFactory.getLogger(AccountAvailability.class);
    private static final Duration UNSAID_PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Duration longestPause;
    private final ConsumerHealth health;
    private volatile long notBeforeNanos = System.nanoTime();

    /**
     * @param name the consumer's endpoint, as log messages call it
     * @param longestPause the account is not left alone for longer
     * @param health says how it is
     */
    AccountAvailability(String name, Duration longestPause, ConsumerHealth health) {
        this.name = name;
        this.longestPause = longestPause;
        this.health = health;
    }

    boolean isPausing() {
        return pauseNanos() > 0;
    }

    /** How long the account is still left alone; zero or less for not at all. */
    long pauseNanos() {
        return notBeforeNanos - System.nanoTime();
    }

    void answered() {
        health.up();
    }

    /** Remembers when to try again: a poller never sleeps. */
    void failed(HelpdeskException e) {
        Duration pause = e.retryAfter() == null ? UNSAID_PAUSE : e.retryAfter();
        notBeforeNanos = System.nanoTime() + (pause.compareTo(longestPause) > 0 ? longestPause : pause).toNanos();
        if (e.statusCode() == 0 && e.retryAfter() != null) {
            LOG.debug("{} waits {} ms for its budget", name, e.retryAfter().toMillis());
        } else if (health.down(e)) {
            LOG.warn("{} cannot read: {}", name, e.getMessage());
        } else {
            LOG.debug("{} still cannot read: {}", name, e.getMessage());
        }
    }

    /** The account could not be read for a reason of our own. */
    void failed(RuntimeException e) {
        health.down(e);
    }
}
