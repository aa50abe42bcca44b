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
package io.github.camelhelpdesk.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * The requests of a simulator. Counts are complete; the list holds the newest {@value #KEPT}, so that a soak does not fill
 * the memory. Requests that a fault dropped are counted too: the client did send them.
 */
public final class RequestLog {

    static final int KEPT = 50_000;

    private record Line(String method, String path) {
    }

    private final Map<Line, LongAdder> counts = new ConcurrentHashMap<>();
    private final Deque<SeenRequest> newest = new ArrayDeque<>();

    /** All requests so far. */
    public long count() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /**
     * Requests with this method whose path, without the query, matches as a whole.
     *
     * @param method such as {@code GET}
     * @param pathPattern regular expression, such as {@code .*}{@code /messages}
     */
    public long count(String method, String pathPattern) {
        Pattern pattern = Pattern.compile(pathPattern);
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().method().equals(method) && pattern.matcher(entry.getKey().path()).matches())
                .mapToLong(entry -> entry.getValue().sum()).sum();
    }

    /** The newest requests, oldest first. */
    public List<SeenRequest> list() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }

    /** Starts counting anew. */
    public void clear() {
        counts.clear();
        synchronized (newest) {
            newest.clear();
        }
    }

    /** For simulators. */
    public void add(SeenRequest request) {
        counts.computeIfAbsent(new Line(request.method(), request.path()), line -> new LongAdder()).increment();
        synchronized (newest) {
            newest.addLast(request);
            if (newest.size() > KEPT) {
                newest.removeFirst();
            }
        }
    }
}
