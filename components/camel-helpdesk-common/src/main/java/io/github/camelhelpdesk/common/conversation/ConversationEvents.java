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
package io.github.camelhelpdesk.common.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.consumer.Beginning;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationChange;
import io.github.camelhelpdesk.common.consumer.ConversationList;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.MessageSource;
import io.github.camelhelpdesk.common.consumer.Position;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.consumer.StartFrom;
import io.github.camelhelpdesk.common.model.AuthorType;

/**
 * Makes events of what a provider shows, so that they are read as messages are: what a conversation owes is what lies between
 * what is remembered of it and what it is now.
 */
final class ConversationEvents implements MessageSource {

    /** Stands for what is told, as an event has no author. */
    static final AuthorType TOLD = AuthorType.CUSTOMER;
    /** Stands for what is only remembered. */
    private static final AuthorType REMEMBERED = AuthorType.SYSTEM;

    private final ConversationSource source;
    private final String conversationId;
    private final LatestSnapshots latest = new LatestSnapshots();
    private Baseline baseline;

    /**
     * @param source shows the conversations
     * @param conversationId the one conversation that is read, or null for the account
     */
    ConversationEvents(ConversationSource source, String conversationId) {
        this.source = source;
        this.conversationId = conversationId;
    }

    @Override
    public String account() {
        return source.account();
    }

    @Override
    public Beginning begin(StartFrom startFrom) {
        if (startFrom.isBeginning()) {
            return new Beginning(StatePosition.unknown(Instant.EPOCH), Instant.EPOCH);
        }
        if (baseline == null) {
            baseline = conversationId == null ? Baseline.of(source, startFrom)
                    : Baseline.of(source, startFrom, conversationId);
        }
        Beginning beginning = baseline.take();
        baseline = null;
        return beginning;
    }

    @Override
    public Changes changes(Instant since) {
        long began = latest.begin();
        Instant readAt = Instant.now();
        ChangedSnapshots changed = source.changes(since);
        List<ConversationSnapshot> snapshots = latest.listed(began, changed.snapshots().stream()
                .filter(snapshot -> !snapshot.changedAt().isBefore(since)).map(snapshot -> snapshot.readAt(readAt)).toList());
        return new Changes(snapshots.stream().map(snapshot -> new ConversationChange(snapshot.id(), snapshot.changedAt(),
                LatestSnapshots.version(snapshot))).toList(), changed.mark());
    }

    /** A conversation has changed, or may have. */
    void woken(String id) {
        latest.woken(id);
    }

    @Override
    public MessageReader read(String id, Position position) {
        ConversationSnapshot listed = latest.take(id);
        ConversationSnapshot snapshot = listed == null ? ask(id) : listed;
        if (snapshot == null) {
            return () -> null;
        }
        List<SourceMessage> owed = steps((StatePosition) position, snapshot).stream().map(step -> message(step, snapshot))
                .toList();
        MessageReader events = MessageReader.of(() -> new MessageBatch(owed, snapshot.changedAt()));
        return () -> {
            MessageBatch batch = events.next();
            if (batch == null) {
                source.told(snapshot);
            }
            return batch;
        };
    }

    private ConversationSnapshot ask(String id) {
        Instant readAt = Instant.now();
        ConversationSnapshot snapshot = source.conversation(id);
        return snapshot == null ? null : snapshot.readAt(readAt);
    }

    private static List<ConversationSteps.Step> steps(StatePosition position, ConversationSnapshot snapshot) {
        ConversationState known = position.state();
        if (known != null && (known.status() != null || snapshot.unreadable() != null)) {
            return ConversationSteps.between(known, snapshot);
        }
        return known == null && position.isNew(snapshot) ? ConversationSteps.ofNew(snapshot)
                : ConversationSteps.ofLongClosed(snapshot);
    }

    private static SourceMessage message(ConversationSteps.Step step, ConversationSnapshot snapshot) {
        boolean isTold = step.event() != null || snapshot.unreadable() != null;
        Map<String, Object> headers = new HashMap<>(snapshot.headers());
        if (step.event() != null) {
            headers.put(HelpdeskConstants.CONVERSATION_EVENT, step.event());
        }
        return new SourceMessage(String.valueOf(step.event()), snapshot.changedAt(), isTold ? TOLD : REMEMBERED, false,
                snapshot.body(), headers, snapshot.unreadable(), step.after().toJson());
    }

    @Override
    public MessageBatch revisit(String id, Set<String> messageIds) {
        throw new UnsupportedOperationException("Events of conversations do not change");
    }

    @Override
    public ConversationList conversations(Instant from) {
        throw new UnsupportedOperationException("Events of conversations cannot be read again");
    }

    @Override
    public boolean isId(String id, String messageId) {
        return source.isId(id);
    }

    @Override
    public StatePosition parsePosition(String json) {
        return StatePosition.parse(json);
    }
}
