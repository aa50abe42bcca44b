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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.UnexpectedShapeException;

/**
 * What messages say by id only, such as who a person is: kept for a quarter of an hour, then asked for again; the 10,000 last
 * used are kept. A fact is not worth a pause: what cannot be read three times, is refused, or is not what it should be, is not
 * known for that time. Safe for many threads.
 *
 * @param <T> the fact
 */
public final class KnownFacts<T> {

    private static final Logger LOG = LoggerFactory.getLogger(KnownFacts.class);
    private static final int MOST = 10_000;
    private static final int MOST_FAILURES = 3;
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final Map<String, Fact<T>> entries = new LastUsed<>();
    private final Map<String, Integer> failures = new LastUsed<>();

    private record Fact<T>(T value, long sinceNanos) {
    }

    /** Takes in what an answer has told by the way; nothing without id or value. */
    public synchronized void put(String id, T value) {
        if (id != null && value != null) {
            entries.put(id, new Fact<>(value, System.nanoTime()));
        }
    }

    /**
     * The fact about an id.
     *
     * @param question asks the provider
     * @return null when it is gone, or not known
     * @throws HelpdeskException when the provider cannot be reached, or fails for the first time
     */
    public T get(String id, Supplier<T> question) {
        Fact<T> known = known(id);
        if (known == null || System.nanoTime() - known.sinceNanos > FRESH_NANOS) {
            known = new Fact<>(ask(id, question, known), System.nanoTime());
            keep(id, known);
        }
        return known.value;
    }

    private synchronized Fact<T> known(String id) {
        return entries.get(id);
    }

    private synchronized void keep(String id, Fact<T> entry) {
        entries.put(id, entry);
        failures.remove(id);
    }

    /** What is gone, or cannot be read, is not known; that must not hold back a message. */
    private T ask(String id, Supplier<T> question, Fact<T> outdated) {
        try {
            return question.get();
        } catch (HelpdeskException e) {
            if (e.statusCode() == 404 || e.statusCode() == 410) {
                return null;
            }
            if (!isFinal(e) && (e.outcome() == Outcome.NOT_SENT || !isLastFailure(id))) {
                throw e;
            }
            LOG.warn("A message comes without what cannot be read about a person: {}", e.getMessage());
            return outdated == null ? null : outdated.value;
        }
    }

    /** Whether asking again would give the same answer. */
    private static boolean isFinal(HelpdeskException e) {
        return e instanceof UnexpectedShapeException || e.outcome() == Outcome.REFUSED && !e.concernsAccount();
    }

    private synchronized boolean isLastFailure(String id) {
        return failures.merge(id, 1, Integer::sum) >= MOST_FAILURES;
    }

    private static final class LastUsed<T> extends LinkedHashMap<String, T> {

        private static final long serialVersionUID = 1L;

        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    }
}
