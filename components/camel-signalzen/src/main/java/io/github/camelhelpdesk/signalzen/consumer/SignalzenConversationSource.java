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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.conversation.ChangedSnapshots;
import io.github.camelhelpdesk.common.conversation.ConversationSnapshot;
import io.github.camelhelpdesk.common.conversation.ConversationSource;
import io.github.camelhelpdesk.common.conversation.SnapshotList;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.SignalzenEndpoint;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.Part;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.client.Walk;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/**
 * Shows the conversations of a SignalZen website, which are its users. The API shows of a user only that he has come; that he
 * was closed is known from webhooks. So the lists are looked through for new users, and others are looked at when a webhook
 * says
 * so.
 */
public final class SignalzenConversationSource implements ConversationSource {

    private final SignalzenEndpoint endpoint;
    private final UserSnapshots snapshots;
    /** What the walk under way has found: one that failed half-way goes on where it was. */
    private final List<ConversationSnapshot> found = new ArrayList<>();
    private Consumer<String> waking;
    private Walk<SignalzenUser> walk;
    private Instant began;

    /** @param endpoint the endpoint; its client is used while it is started */
    public SignalzenConversationSource(SignalzenEndpoint endpoint) {
        this.endpoint = endpoint;
        this.snapshots = new UserSnapshots(endpoint.closings()::of);
    }

    /** @param woken has a user looked at */
    public void waking(Consumer<String> woken) {
        waking = woken;
    }

    @Override
    public String account() {
        return endpoint.account();
    }

    @Override
    public Instant now() {
        return ProviderTime.now(endpoint.client());
    }

    @Override
    public SnapshotList everything(Instant closedSince) {
        return new UserParts(this::userList, snapshots);
    }

    @Override
    public ChangedSnapshots changes(Instant since) {
        wakeUntold();
        boolean isBegun = walk != null;
        walk = isBegun ? walk : userList().up(0);
        for (Part<SignalzenUser> part = walk.next(); part != null; part = walk.next()) {
            began = isBegun ? began : part.date();
            isBegun = true;
            part.items().stream().filter(item -> isNew(item, since)).forEach(this::find);
        }
        walk = null;
        ChangedSnapshots changes = new ChangedSnapshots(List.copyOf(found), began);
        found.clear();
        return changes;
    }

    /** Whom webhooks have told of before a crash. */
    private void wakeUntold() {
        if (waking != null && endpoint.getWakeUpPath() != null) {
            endpoint.closings().untold().forEach(waking);
            waking = null;
        }
    }

    private static boolean isNew(Item<SignalzenUser> item, Instant since) {
        Instant createdAt = UserSnapshots.createdAt(item);
        return createdAt != null && !createdAt.isBefore(since);
    }

    private void find(Item<SignalzenUser> item) {
        ConversationSnapshot snapshot = snapshots.of(item, began);
        if (snapshot != null) {
            found.add(snapshot);
        }
    }

    @Override
    public ConversationSnapshot conversation(String conversationId) {
        try {
            return snapshots.of(new Item<>(endpoint.client().users().get(conversationId), null, null), null);
        } catch (HelpdeskException e) {
            if (e.statusCode() == 404 || e.statusCode() == 410) {
                endpoint.closings().told(conversationId, Instant.MAX);
            }
            throw e;
        }
    }

    @Override
    public void told(ConversationSnapshot snapshot) {
        if (snapshot.closedAt() != null) {
            endpoint.closings().told(snapshot.id(), snapshot.closedAt());
        }
    }

    @Override
    public boolean isId(String conversationId) {
        return SignalzenClient.isId(conversationId);
    }

    private OffsetList<SignalzenUser> userList() {
        return UserLists.of(endpoint);
    }
}
