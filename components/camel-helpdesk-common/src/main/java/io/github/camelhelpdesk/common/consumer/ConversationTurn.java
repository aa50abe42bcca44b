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

/** One reading of a conversation: where it stands, and how much of that is stored. */
final class ConversationTurn {

    private static final long CHECKPOINT_NANOS = 1_000_000_000L;
    private static final long LENGTH_NANOS = Duration.ofSeconds(2).toNanos();

    private final String conversationId;
    private final CursorStore store;
    private final ConversationCursor cursor;
    private final long beganAtNanos = System.nanoTime();
    private boolean unsaved;
    private boolean unsettled;
    private long savedAtNanos = System.nanoTime();

    /**
     * @param conversationId the conversation
     * @param store where the cursor is stored
     * @param cursor where the conversation stands
     * @param order what it is to be read again from, or null
     */
    ConversationTurn(String conversationId, CursorStore store, ConversationCursor cursor, RereadOrder order) {
        this.conversationId = conversationId;
        this.store = store;
        this.cursor = cursor;
        this.unsaved = cursor.begin(order);
    }

    String conversationId() {
        return conversationId;
    }

    ConversationCursor cursor() {
        return cursor;
    }

    /** Whether a message is owed only because its conversation is read again. */
    boolean isAgain(SourceMessage message) {
        return cursor.owes(message) && !cursor.position().owes(message);
    }

    /** Whether what is only read again has had its time, if others wait. */
    boolean isUp() {
        return cursor.isReadAgain() && System.nanoTime() - beganAtNanos > LENGTH_NANOS;
    }

    void adopt(SourceMessage message, String version) {
        unsaved |= cursor.adopt(message, version);
    }

    void handled(SourceMessage message, boolean isIncluded, Instant readAt, String version) {
        cursor.count(message, isIncluded);
        cursor.handled(message, readAt, version);
        unsaved = true;
        unsettled = true;
        if (System.nanoTime() - savedAtNanos > CHECKPOINT_NANOS) {
            save();
        }
    }

    void settle(MessageBatch batch) {
        if (unsettled) {
            cursor.settle(batch.readAt());
            unsettled = false;
            unsaved = true;
        }
    }

    /**
     * Everything was read. A conversation in which nothing was left to hand out is settled, too, so that it can be
     * forgotten.
     *
     * @param last what was read last, or null
     */
    void end(MessageBatch last) {
        if (cursor.end()) {
            if (last != null) {
                cursor.settle(last.readAt());
            }
            unsaved = true;
        }
    }

    void save() {
        if (unsaved) {
            store.save(conversationId, cursor);
            unsaved = false;
            savedAtNanos = System.nanoTime();
        }
    }
}
