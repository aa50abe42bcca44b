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

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.consumer.Position;
import io.github.camelhelpdesk.common.consumer.SourceMessage;

/**
 * Where a conversation stands: what is remembered of it, or, of all others, that those begun before an instant are closed. So
 * one that has been closed for thirty days need not be remembered.
 */
final class StatePosition implements Position {

    /** How long a closed conversation is remembered. */
    static final Duration CLOSED = Duration.ofDays(30);
    /** The store forgets what was settled a day ago. */
    private static final Duration QUIET = Duration.ofDays(1);
    private static final String FROM = "from";

    private final Instant from;
    private ConversationState state;

    private StatePosition(Instant from, ConversationState state) {
        this.from = from;
        this.state = state;
    }

    /** Of conversations that are not remembered: those begun at or after an instant are new. */
    static StatePosition unknown(Instant from) {
        return new StatePosition(from, null);
    }

    static StatePosition of(ConversationState state) {
        return new StatePosition(null, state);
    }

    static StatePosition parse(String json) {
        try {
            JsonNode from = HelpdeskJson.mapper().readTree(json).path(FROM);
            return from.isMissingNode() ? of(ConversationState.parse(json)) : unknown(Instant.ofEpochMilli(from.asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The cursor repository holds an entry that is not where a conversation stands: "
                    + json, e);
        }
    }

    /** What is remembered, or null. */
    ConversationState state() {
        return state;
    }

    /** Whether a conversation that is not remembered is new. */
    boolean isNew(ConversationSnapshot snapshot) {
        return snapshot.createdAt() != null && !snapshot.createdAt().isBefore(from);
    }

    @Override
    public boolean owes(SourceMessage step) {
        return state == null || !state.toJson().equals(step.version());
    }

    @Override
    public boolean remembers(SourceMessage step) {
        return false;
    }

    @Override
    public String version(SourceMessage step) {
        return null;
    }

    @Override
    public void handled(SourceMessage step, Instant readAt, String version) {
        state = ConversationState.parse(step.version());
    }

    @Override
    public boolean adopt(SourceMessage step, String version) {
        return false;
    }

    @Override
    public void settle(Instant readAt) {
        // What is remembered is settled with each step.
    }

    @Override
    public Instant settledAt() {
        boolean isClosed = state != null && state.status() == ConversationStatus.CLOSED && state.created() != null;
        return isClosed ? Instant.ofEpochMilli(state.changed()).plus(CLOSED).minus(QUIET) : null;
    }

    @Override
    public StatePosition copy() {
        return new StatePosition(from, state);
    }

    @Override
    public Position again(Instant instant) {
        throw new UnsupportedOperationException("Events of conversations cannot be read again");
    }

    @Override
    public boolean beginsBefore(Position other) {
        return false;
    }

    /** All that began until then have been seen: one of them that is not remembered is closed. */
    @Override
    public StatePosition forgetting(Position forgotten) {
        Instant past = Instant.ofEpochMilli(((StatePosition) forgotten).state.created() + 1);
        return past.isAfter(from) ? unknown(past) : this;
    }

    @Override
    public String toJson() {
        return state == null ? "{\"" + FROM + "\":" + from.toEpochMilli() + "}" : state.toJson();
    }
}
