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
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A position for providers whose message ids are numbers that grow with insertion, while the time of a message may lie in the
 * past. A transaction may commit after one with a higher id, so an id stays in the set of handled ones for a minute before the
 * floor moves past it.
 */
public final class IdPosition implements Position {

    static final Duration OVERLAP = Duration.ofMinutes(1);
    static final int MOST_SEEN = 2_000;

    private long floor;
    private Long since;
    private long sinceId;
    private Long settledAt;
    private final TreeMap<Long, Long> seen;
    private final RememberedVersions versions;

    private IdPosition(Stored stored) {
        floor = stored.floor;
        since = stored.since;
        sinceId = stored.sinceId;
        settledAt = stored.settledAt;
        seen = stored.seen == null ? new TreeMap<>() : new TreeMap<>(stored.seen);
        versions = new RememberedVersions(stored.versions, stored.revisited);
    }

    /** Everything with a higher id is owed. */
    public static IdPosition after(long id) {
        return new IdPosition(new Stored(id, null, 0, null, null, null, null));
    }

    /** What was written at or after an instant is owed, and what has a higher id, whatever its time says. */
    public static IdPosition since(Instant instant, long id) {
        return new IdPosition(new Stored(0, instant.toEpochMilli(), id, null, null, null, null));
    }

    /** Reads what {@link #toJson()} wrote. */
    public static IdPosition parse(String json) {
        return new IdPosition(StoredCursor.parse(json, Stored.class));
    }

    /** Ids up to this one are done: reading begins after it. */
    public long floor() {
        return floor;
    }

    @Override
    public boolean owes(SourceMessage message) {
        long id = Long.parseLong(message.id());
        if (id <= floor || seen.containsKey(id)) {
            return false;
        }
        return since == null || id > sinceId || message.createdAt().toEpochMilli() >= since;
    }

    @Override
    public boolean remembers(SourceMessage message) {
        return seen.containsKey(Long.parseLong(message.id()));
    }

    @Override
    public String version(SourceMessage message) {
        return versions.get(message.id());
    }

    @Override
    public void handled(SourceMessage message, Instant readAt, String version) {
        long id = Long.parseLong(message.id());
        if (id <= floor) {
            versions.putRevisited(message.id(), version);
        } else {
            seen.put(id, readAt.toEpochMilli());
            versions.put(message.id(), version);
        }
    }

    @Override
    public boolean adopt(SourceMessage message, String version) {
        return version != null && remembers(message) && versions.adopt(message.id(), version);
    }

    @Override
    public void settle(Instant readAt) {
        long cutoff = readAt.minus(OVERLAP).toEpochMilli();
        while (!seen.isEmpty() && (seen.firstEntry().getValue() < cutoff || seen.size() > MOST_SEEN)) {
            raise(seen.pollFirstEntry().getKey());
        }
        versions.retain(id -> seen.containsKey(Long.valueOf(id)));
        settledAt = readAt.toEpochMilli();
    }

    @Override
    public Instant settledAt() {
        return settledAt == null ? null : Instant.ofEpochMilli(settledAt);
    }

    @Override
    public IdPosition copy() {
        return new IdPosition(stored());
    }

    @Override
    public IdPosition again(Instant from) {
        long last = Math.max(Math.max(floor, sinceId), seen.isEmpty() ? 0 : seen.lastKey());
        return since(from, last);
    }

    @Override
    public boolean beginsBefore(Position other) {
        return floor < ((IdPosition) other).floor;
    }

    @Override
    public IdPosition forgetting(Position forgotten) {
        IdPosition other = (IdPosition) forgotten;
        IdPosition raised = copy();
        raised.raise(other.seen.isEmpty() ? other.floor : other.seen.lastKey());
        return raised;
    }

    @Override
    public String toJson() {
        return StoredCursor.toJson(stored());
    }

    private void raise(long id) {
        floor = Math.max(floor, id);
        if (floor >= sinceId) {
            since = null;
            sinceId = 0;
        }
    }

    private Stored stored() {
        return new Stored(floor, since, sinceId, settledAt, seen, versions.reread(), versions.revisited());
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Stored(long floor, Long since, long sinceId, Long settledAt, SortedMap<Long, Long> seen,
            Map<String, String> versions, Map<String, String> revisited) {
    }
}
