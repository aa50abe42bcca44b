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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.model.ConversationEventType;

/**
 * What lies between two looks at a conversation, step by step, always in this order: closed if it was closed and opened again
 * meanwhile, then opened, assigned, labelled, closed. After each step it can be interrupted: what is left is found again.
 */
final class ConversationSteps {

    /**
     * A step.
     *
     * @param event what is told, or null when something is only remembered
     * @param after what is to be remembered once it has been told
     */
    record Step(ConversationEventType event, ConversationState after) {
    }

    private final List<Step> steps = new ArrayList<>();
    private final ConversationState now;
    private ConversationState known;

    private ConversationSteps(ConversationState known, ConversationState now) {
        this.known = known;
        this.now = now;
    }

    /** From what is remembered. */
    static List<Step> between(ConversationState known, ConversationSnapshot snapshot) {
        if (snapshot.unreadable() != null) {
            return unreadable(known, snapshot);
        }
        boolean wasClosed = snapshot.closedAt() != null && snapshot.closedAt().toEpochMilli() > known.changed();
        ConversationSteps steps = new ConversationSteps(known, ConversationState.of(snapshot, known.status()));
        if (wasClosed && known.status() == ConversationStatus.OPEN && steps.now.status() == ConversationStatus.OPEN) {
            steps.add(ConversationEventType.closed,
                    known.with(ConversationStatus.CLOSED).changedAt(snapshot.closedAt().toEpochMilli()));
        }
        return steps.run(wasClosed);
    }

    /** Of a conversation that is new. */
    static List<Step> ofNew(ConversationSnapshot snapshot) {
        if (snapshot.unreadable() != null) {
            return unreadable(null, snapshot);
        }
        ConversationState now = ConversationState.of(snapshot, ConversationStatus.OPEN);
        return new ConversationSteps(new ConversationState(ConversationStatus.CLOSED, null, null, now.created(), now.changed()),
                now).run(true);
    }

    /** Of a conversation of which only this is known, that it was closed for long. */
    static List<Step> ofLongClosed(ConversationSnapshot snapshot) {
        if (snapshot.unreadable() != null) {
            return unreadable(null, snapshot);
        }
        ConversationState now = ConversationState.of(snapshot, ConversationStatus.CLOSED);
        List<Step> steps = new ConversationSteps(now.with(ConversationStatus.CLOSED), now).run(false);
        return steps.isEmpty() ? List.of(new Step(null, now)) : steps;
    }

    private static List<Step> unreadable(ConversationState known, ConversationSnapshot snapshot) {
        long changed = snapshot.changedAt().toEpochMilli();
        if (known != null && known.changed() >= changed) {
            return List.of();
        }
        ConversationState after = known == null ? ConversationState.of(snapshot) : known.changedAt(changed);
        return List.of(new Step(null, after));
    }

    private List<Step> run(boolean wasClosed) {
        boolean isClosed = now.status() == ConversationStatus.CLOSED;
        if (known.status() == ConversationStatus.CLOSED && (!isClosed || wasClosed)) {
            add(ConversationEventType.opened, known.with(ConversationStatus.OPEN));
        }
        if (!Objects.equals(known.assignee(), now.assignee())) {
            add(ConversationEventType.assigned, known.withAssignee(now.assignee()));
        }
        if (!Objects.equals(known.labels(), now.labels())) {
            add(ConversationEventType.labelled, known.withLabels(now.labels()));
        }
        if (known.status() != ConversationStatus.CLOSED && isClosed) {
            add(ConversationEventType.closed, known.with(ConversationStatus.CLOSED));
        }
        return endingNow();
    }

    private void add(ConversationEventType event, ConversationState after) {
        steps.add(new Step(event, after));
        known = after;
    }

    /** With the last step everything is as it is now. */
    private List<Step> endingNow() {
        if (!steps.isEmpty()) {
            steps.add(new Step(steps.remove(steps.size() - 1).event(), now));
        }
        return List.copyOf(steps);
    }
}
