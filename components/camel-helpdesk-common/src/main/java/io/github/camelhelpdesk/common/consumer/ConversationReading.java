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

import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;

/** Reads one conversation: what it owes, in order, each message after the end of the one before. */
final class ConversationReading {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationReading.class);
    private static final long CHECKPOINT_NANOS = 1_000_000_000L;

    /** How a reading ended. */
    enum End {
        /** Nothing is owed any more. */
        DONE,
        /** A message failed in the route. */
        FAILED,
        /** The consumer is stopping. */
        STOPPED
    }

    /** Hands one message to the route and waits for its end. */
    interface Handler {
        boolean handle(String conversationId, SourceMessage message) throws InterruptedException;
    }

    private final MessageSource source;
    private final CursorStore store;
    private final Inclusion inclusion;
    private final Handler handler;
    private final BooleanSupplier stopping;

    ConversationReading(MessageSource source, CursorStore store, Inclusion inclusion, Handler handler,
            BooleanSupplier stopping) {
        this.source = source;
        this.store = store;
        this.inclusion = inclusion;
        this.handler = handler;
        this.stopping = stopping;
    }

    /**
     * Reads a conversation.
     *
     * @param conversationId the conversation
     * @param base position to begin at when it has none of its own
     * @throws HelpdeskException when the provider does not answer as it should; what was handled before is stored
     */
    End read(String conversationId, Position base) throws InterruptedException {
        Position stored = store.position(conversationId);
        Progress progress = new Progress(conversationId, stored == null ? base : stored);
        try {
            MessageReader reader = source.read(conversationId, progress.position.copy());
            for (MessageBatch batch = reader.next(); batch != null; batch = reader.next()) {
                End end = handle(batch, progress);
                if (end != End.DONE) {
                    return end;
                }
                progress.settle(batch);
            }
            return End.DONE;
        } finally {
            progress.save();
        }
    }

    private End handle(MessageBatch batch, Progress progress) throws InterruptedException {
        for (SourceMessage message : batch.messages()) {
            if (!progress.position.owes(message)) {
                continue;
            }
            if (stopping.getAsBoolean()) {
                return End.STOPPED;
            }
            if (!inclusion.allows(message)) {
                LOG.debug("Message {} of conversation {} is not included ({})", message.id(), progress.conversationId,
                        message.isPrivate() ? "private" : message.author());
            } else if (!handler.handle(progress.conversationId, message)) {
                return End.FAILED;
            }
            progress.handled(message, batch);
        }
        return End.DONE;
    }

    /** The position of the conversation, and whether it is stored. */
    private final class Progress {
        private final String conversationId;
        private final Position position;
        private boolean unsaved;
        private boolean unsettled;
        private long savedAtNanos = System.nanoTime();

        Progress(String conversationId, Position position) {
            this.conversationId = conversationId;
            this.position = position;
        }

        void handled(SourceMessage message, MessageBatch batch) {
            position.handled(message, batch.readAt());
            unsaved = true;
            unsettled = true;
            if (System.nanoTime() - savedAtNanos > CHECKPOINT_NANOS) {
                save();
            }
        }

        void settle(MessageBatch batch) {
            if (unsettled) {
                position.settle(batch.readAt());
                unsettled = false;
                unsaved = true;
            }
        }

        void save() {
            if (unsaved) {
                store.save(conversationId, position);
                unsaved = false;
                savedAtNanos = System.nanoTime();
            }
        }
    }
}
