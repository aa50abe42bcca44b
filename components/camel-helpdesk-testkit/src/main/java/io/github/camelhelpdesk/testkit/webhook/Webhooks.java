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

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelhelpdesk.testkit.SimulatorClock;

/**
 * The sending side of a simulator's webhooks, and what goes wrong on the way. Events are sent from a few threads, so their
 * order
 * is not promised; neither do the providers promise it. Each is sent once, with five seconds of patience, and never again.
 * <p>
 * Chances are drawn in the order of the events from a seed, so a test whose events come in one order meets the same faults in
 * each run. A chance set anew begins its sequence and its count anew; 0 ends it.
 */
public final class Webhooks implements AutoCloseable {

    /** Behind every chance that is not given a seed of its own. */
    public static final long SEED = 1;

    private static final long HELD_AT_MOST_MILLIS = 1000;

    private final WebhookLog log;
    private final WebhookSender sender;
    private final HeldBack held = new HeldBack(call -> post(call, List.of()));
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private volatile Chance doubling = Chance.never();
    private volatile Chance dropping = Chance.never();
    private volatile Chance reordering = Chance.never();
    private volatile boolean away;

    public Webhooks(SimulatorClock clock) {
        log = new WebhookLog(clock);
        sender = new WebhookSender(log);
    }

    /** Events are sent twice with this probability. */
    public Webhooks doubling(double probability) {
        return doubling(probability, SEED);
    }

    public Webhooks doubling(double probability, long seed) {
        doubling = new Chance(probability, seed);
        return this;
    }

    /** Events are never sent with this probability. */
    public Webhooks dropping(double probability) {
        return dropping(probability, SEED);
    }

    public Webhooks dropping(double probability, long seed) {
        dropping = new Chance(probability, seed);
        return this;
    }

    /**
     * Events are held back with this probability until a later one to the same url is through, 200 milliseconds at most.
     */
    public Webhooks reordering(double probability) {
        return reordering(probability, SEED);
    }

    public Webhooks reordering(double probability, long seed) {
        reordering = new Chance(probability, seed);
        return this;
    }

    /** Nothing is sent from now on; what happens meanwhile is never told. */
    public void off() {
        away = true;
    }

    /** Events from now on are sent again. */
    public void on() {
        away = false;
    }

    /** What left, oldest first, the newest 50,000 at most; complete only once {@link #pending()} is 0. */
    public List<SentWebhook> sent() {
        return log.list(sent -> true);
    }

    /** The same of one event, such as {@code message_created}. */
    public List<SentWebhook> sent(String event) {
        return log.list(sent -> sent.event().equals(event));
    }

    /** How many left in all; an event that was doubled counts twice. */
    public long count() {
        return log.count();
    }

    /** How many are on their way, those held back included. */
    public long pending() {
        return pending.get();
    }

    /** How many events were sent twice. */
    public long doubled() {
        return doubling.count();
    }

    /** How many events were dropped. */
    public long dropped() {
        return dropping.count();
    }

    /** How many events were overtaken by a later one; those that none followed in time do not count. */
    public long reordered() {
        return held.overtaken();
    }

    /** How many events were not sent because of {@link #off()}. */
    public long missed() {
        return missed.get();
    }

    /** For simulators: an event happened. Returns at once. */
    public void send(WebhookCall call) {
        if (away) {
            missed.incrementAndGet();
            return;
        }
        if (dropping.strikes()) {
            return;
        }
        boolean twice = doubling.strikes();
        pending.addAndGet(twice ? 2 : 1);
        if (reordering.strikes()) {
            held.hold(call, HELD_AT_MOST_MILLIS);
        } else {
            post(call, held.overtakenBy(call));
        }
        if (twice) {
            post(call, List.of());
        }
    }

    /** What is on its way is given up. */
    @Override
    public void close() {
        held.close();
        sender.close();
    }

    private void post(WebhookCall call, List<WebhookCall> afterwards) {
        sender.post(call, this::isThere, () -> {
            pending.decrementAndGet();
            afterwards.forEach(overtaken -> post(overtaken, List.of()));
        });
    }

    private boolean isThere() {
        if (away) {
            missed.incrementAndGet();
        }
        return !away;
    }
}
