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

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a conversation stands: its position and, while it is read again, a second one behind it. The one reading serves both,
 * so that nothing overtakes.
 */
final class ConversationCursor {

    private final Position position;
    private Position again;
    private Long order;
    private Instant againFrom;
    /** Earliest instant from which it was read again to its end. */
    private Instant from;
    /** What the last re-reading has met so far; stored with the position, so that a crash makes neither wrong. */
    private RereadTally tally = RereadTally.NOTHING;

    ConversationCursor(Position position) {
        this.position = position;
    }

    static ConversationCursor parse(String json, MessageSource source) {
        Stored stored = StoredCursor.parse(json, Stored.class);
        if (stored.position == null) {
            return new ConversationCursor(source.parsePosition(json));
        }
        ConversationCursor cursor = new ConversationCursor(source.parsePosition(stored.position));
        cursor.again = stored.again == null ? null : source.parsePosition(stored.again);
        cursor.order = stored.order;
        cursor.againFrom = instant(stored.againFrom);
        cursor.from = instant(stored.from);
        cursor.tally = stored.tally == null ? RereadTally.NOTHING : stored.tally;
        return cursor;
    }

    Position position() {
        return position;
    }

    /** Begins to read again, unless that was begun or done before; whether there is something to store. */
    boolean begin(RereadOrder wanted) {
        if (wanted == null || order != null && order == wanted.number()) {
            return false;
        }
        order = wanted.number();
        againFrom = again == null ? wanted.from() : Reach.earlier(againFrom, wanted.from());
        again = position.again(againFrom);
        tally = RereadTally.NOTHING;
        return true;
    }

    boolean isReadAgain() {
        return again != null;
    }

    RereadTally tally() {
        return tally;
    }

    /** Notes what becomes of a message, before it is {@link #handled}, if the re-reading has not met it yet. */
    void count(SourceMessage message, boolean isIncluded) {
        if (again != null && again.owes(message)) {
            tally = tally.with(message, isIncluded);
        }
    }

    /** Everything was read again; whether there is something to store. */
    boolean end() {
        if (again == null) {
            return false;
        }
        again = null;
        from = Reach.earlier(from, againFrom);
        return true;
    }

    /** Where to begin to read. */
    Position begin() {
        return again != null && again.beginsBefore(position) ? again : position;
    }

    boolean owes(SourceMessage message) {
        return position.owes(message) || again != null && again.owes(message);
    }

    /** Whether a message that may be owed was handed out before. */
    boolean wasHandled(SourceMessage message, Reach reach) {
        return !position.owes(message) && isWithin(message, reach);
    }

    /** Whether a message can have been handed out at all. */
    boolean isWithin(SourceMessage message, Reach reach) {
        return reach.covers(message) || Reach.isSince(from, message);
    }

    boolean remembers(SourceMessage message) {
        return position.remembers(message) || again != null && again.remembers(message);
    }

    String version(SourceMessage message) {
        String version = position.version(message);
        return version == null && again != null ? again.version(message) : version;
    }

    void handled(SourceMessage message, Instant readAt, String version) {
        boolean isAgain = again != null && (again.owes(message) || again.remembers(message));
        if (position.owes(message) || position.remembers(message) || !isAgain) {
            position.handled(message, readAt, version);
        }
        if (isAgain) {
            again.handled(message, readAt, version);
        }
    }

    boolean adopt(SourceMessage message, String version) {
        return position.adopt(message, version);
    }

    void settle(Instant readAt) {
        position.settle(readAt);
        if (again != null) {
            again.settle(readAt);
        }
    }

    ConversationCursor copy() {
        ConversationCursor copy = new ConversationCursor(position.copy());
        copy.again = again == null ? null : again.copy();
        copy.order = order;
        copy.againFrom = againFrom;
        copy.from = from;
        copy.tally = tally;
        return copy;
    }

    String toJson() {
        if (order == null) {
            return position.toJson();
        }
        return StoredCursor.toJson(new Stored(position.toJson(), again == null ? null : again.toJson(), order,
                millis(againFrom), millis(from), tally));
    }

    private static Instant instant(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Stored(String position, String again, Long order, Long againFrom, Long from,
            RereadTally tally) {
    }
}
