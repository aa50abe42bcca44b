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
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A position for providers that order messages by time. A message may arrive late with an old stamp, so the floor stays behind
 * the newest message by ten minutes, and the messages in between are remembered by id.
 */
public final class TimePosition implements Position {

    static final Duration OVERLAP = Duration.ofMinutes(10);

    private long since;
    private long newest;
    private Long settledAt;
    /** Ten minutes of one conversation, however many: to forget one would tell it twice, or pass what comes late beside it. */
    private final Map<String, Long> seen;
    private final RememberedVersions versions;

    private TimePosition(Stored stored) {
        since = stored.since;
        newest = stored.newest;
        settledAt = stored.settledAt;
        seen = stored.seen == null ? new HashMap<>() : new HashMap<>(stored.seen);
        versions = new RememberedVersions(stored.versions, stored.revisited);
    }

    /** What was written at or after an instant is owed. */
    public static TimePosition since(Instant instant) {
        return new TimePosition(new Stored(instant.toEpochMilli(), instant.toEpochMilli(), null, null, null, null));
    }

    /** Reads what {@link #toJson()} wrote. */
    public static TimePosition parse(String json) {
        return new TimePosition(StoredCursor.parse(json, Stored.class));
    }

    /** What was written before this instant is done: reading need not go back further. */
    public Instant floor() {
        return Instant.ofEpochMilli(since);
    }

    @Override
    public boolean owes(SourceMessage message) {
        return message.createdAt().toEpochMilli() >= since && !seen.containsKey(message.id());
    }

    @Override
    public boolean remembers(SourceMessage message) {
        return seen.containsKey(message.id());
    }

    @Override
    public String version(SourceMessage message) {
        return versions.get(message.id());
    }

    @Override
    public void handled(SourceMessage message, Instant readAt, String version) {
        long createdAt = message.createdAt().toEpochMilli();
        if (createdAt < since) {
            versions.putRevisited(message.id(), version);
        } else {
            seen.put(message.id(), createdAt);
            versions.put(message.id(), version);
            newest = Math.max(newest, createdAt);
        }
    }

    @Override
    public boolean adopt(SourceMessage message, String version) {
        return version != null && remembers(message) && versions.adopt(message.id(), version);
    }

    @Override
    public void settle(Instant readAt) {
        // No message can be newer than the provider's own clock: one that says so must not push the floor past the others.
        long reached = Math.min(newest, readAt.toEpochMilli());
        since = Math.max(since, reached - OVERLAP.toMillis());
        seen.values().removeIf(createdAt -> createdAt < since);
        versions.retain(seen::containsKey);
        settledAt = readAt.toEpochMilli();
    }

    @Override
    public Instant settledAt() {
        // Forgetting a message of the future would raise the floor of all others beyond what they still owe.
        return settledAt == null ? null : Instant.ofEpochMilli(Math.max(settledAt, newest));
    }

    @Override
    public TimePosition copy() {
        return new TimePosition(stored());
    }

    @Override
    public TimePosition again(Instant from) {
        return since(from);
    }

    @Override
    public boolean beginsBefore(Position other) {
        return since < ((TimePosition) other).since;
    }

    @Override
    public TimePosition forgetting(Position forgotten) {
        TimePosition other = (TimePosition) forgotten;
        TimePosition raised = copy();
        // One millisecond past: the forgotten conversation must not owe its newest message again.
        raised.since = Math.max(since, other.seen.isEmpty() ? other.since : other.newest + 1);
        raised.newest = Math.max(raised.newest, raised.since);
        return raised;
    }

    @Override
    public String toJson() {
        return StoredCursor.toJson(stored());
    }

    private Stored stored() {
        return new Stored(since, newest, settledAt, seen, versions.reread(), versions.revisited());
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Stored(long since, long newest, Long settledAt, Map<String, Long> seen, Map<String, String> versions,
            Map<String, String> revisited) {
    }
}
