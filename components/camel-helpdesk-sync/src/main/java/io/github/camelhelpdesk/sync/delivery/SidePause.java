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

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Keeps everybody from a side whose account or host is in trouble. When the pause is over, one caller goes first; the others
 * follow when it came back without trouble.
 */
public final class SidePause {

    /**
     * What keeps a side paused.
     *
     * @param reason what the provider answered and what to do
     * @param since when it began
     */
    public record Trouble(String reason, Instant since) {
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Trouble trouble;
    private boolean paused;
    private long pausedUntil;
    private boolean probing;
    private int failures;
    private int epoch;

    /**
     * Waits until the side may be called.
     *
     * @param cancelled asked again and again, at least once a second; makes the call return null
     * @return to be given back with {@link #passed} or {@link #failed}
     */
    Integer enter(BooleanSupplier cancelled) throws InterruptedException {
        lock.lock();
        try {
            while (paused && !cancelled.getAsBoolean()) {
                long left = pausedUntil - System.nanoTime();
                if (left <= 0 && !probing) {
                    probing = true;
                    return epoch;
                }
                changed.awaitNanos(Math.min(left > 0 ? left : Long.MAX_VALUE, TimeUnit.SECONDS.toNanos(1)));
            }
            return cancelled.getAsBoolean() ? null : epoch;
        } finally {
            lock.unlock();
        }
    }

    /** The call ended, and the account was not the trouble. */
    void passed(int permit) {
        lock.lock();
        try {
            // Who went in before the pause began knows nothing about its end.
            if (permit == epoch) {
                failures = 0;
                probing = false;
                paused = false;
                trouble = null;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The call failed for a reason that all others would meet too. */
    void failed(int permit, String reason, Duration pause) {
        lock.lock();
        try {
            if (permit == epoch) {
                failures++;
                trouble = new Trouble(reason, trouble == null ? Instant.now() : trouble.since());
                pauseFor(pause);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The call has to wait, as all others have to, and nothing is wrong. */
    void held(int permit, Duration pause) {
        lock.lock();
        try {
            if (permit == epoch) {
                pauseFor(pause);
            }
        } finally {
            lock.unlock();
        }
    }

    private void pauseFor(Duration pause) {
        epoch++;
        probing = false;
        paused = true;
        pausedUntil = System.nanoTime() + pause.toNanos();
        changed.signalAll();
    }

    /** For a call that is made whether the side is paused or not. */
    int permit() {
        lock.lock();
        try {
            return epoch;
        } finally {
            lock.unlock();
        }
    }

    /** The call did not take place. */
    void unused(int permit) {
        lock.lock();
        try {
            if (permit == epoch) {
                probing = false;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Failures without a success in between. */
    int failures() {
        lock.lock();
        try {
            return failures;
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who wait ask again whether they are cancelled. */
    void recheck() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What keeps the side paused now, if anything does. */
    public Optional<Trouble> trouble() {
        lock.lock();
        try {
            return Optional.ofNullable(trouble);
        } finally {
            lock.unlock();
        }
    }
}
