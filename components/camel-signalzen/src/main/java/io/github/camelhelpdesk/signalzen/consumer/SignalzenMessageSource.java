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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.consumer.Beginning;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationList;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.MessageSource;
import io.github.camelhelpdesk.common.consumer.Position;
import io.github.camelhelpdesk.common.consumer.StartFrom;
import io.github.camelhelpdesk.common.consumer.TimePosition;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.SignalzenEndpoint;
import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** Reads the messages of a SignalZen website for the consumer. */
public final class SignalzenMessageSource implements MessageSource {

    private final SignalzenEndpoint endpoint;
    private final KnownUsers users;
    private final KnownCounts counts = new KnownCounts();
    private final MessageOrder order = new MessageOrder();
    private final ChangedUsers changed;

    /** @param endpoint the endpoint; its client is used while it is started */
    public SignalzenMessageSource(SignalzenEndpoint endpoint) {
        this.endpoint = endpoint;
        this.users = new KnownUsers(endpoint::client);
        this.changed = new ChangedUsers(this::userList, users, Duration.ofMillis(endpoint.getFullSweepInterval()),
                Duration.ofMillis(endpoint.getDelay()), System::nanoTime);
    }

    @Override
    public String account() {
        return endpoint.account();
    }

    @Override
    public Beginning begin(StartFrom startFrom) {
        Instant instant = startFrom.isNow() ? ProviderTime.now(endpoint.client()) : startFrom.instant();
        return new Beginning(TimePosition.since(instant), instant);
    }

    @Override
    public Changes changes(Instant since) {
        return changed.since(since);
    }

    @Override
    public MessageReader read(String conversationId, Position position) {
        Instant floor = ((TimePosition) position).floor();
        SourceMessages messages = new SourceMessages(conversationId, floor, () -> users.user(conversationId));
        OffsetList<SignalzenMessage> list = MessageLists.of(endpoint.client(), conversationId, endpoint.getPageOverlap());
        MessageReader forward = new ForwardReader(list, order, messages);
        if (floor.equals(Instant.EPOCH)) {
            return noting(conversationId, forward);
        }
        int begin = Math.max(0, counts.of(conversationId) - endpoint.getPageOverlap());
        return noting(conversationId, new NewestReader(list, order, begin, floor, messages, forward,
                count -> counts.put(conversationId, count)));
    }

    /** Tells when the newest message was written: another may soon follow. */
    private MessageReader noting(String conversationId, MessageReader reader) {
        return () -> {
            MessageBatch batch = reader.next();
            if (batch != null && !batch.messages().isEmpty()) {
                changed.read(conversationId, batch.messages().get(batch.messages().size() - 1).createdAt());
            }
            return batch;
        };
    }

    @Override
    public MessageBatch revisit(String conversationId, Set<String> messageIds) {
        List<Item<SignalzenMessage>> found = new ArrayList<>();
        for (String id : messageIds) {
            try {
                found.add(new Item<>(endpoint.client().messages().get(conversationId, id), null, null));
            } catch (HelpdeskException e) {
                if (e.statusCode() != 404 && e.statusCode() != 410) {
                    throw e;
                }
            }
        }
        return new SourceMessages(conversationId, Instant.EPOCH, () -> users.user(conversationId)).batch(found, null);
    }

    @Override
    public ConversationList conversations(Instant from) {
        return new AllUsers(this::userList);
    }

    @Override
    public boolean isId(String conversationId, String messageId) {
        return SignalzenClient.isId(conversationId) && (messageId == null || SignalzenClient.isId(messageId));
    }

    private OffsetList<SignalzenUser> userList() {
        return UserLists.of(endpoint);
    }

    @Override
    public Position parsePosition(String json) {
        return TimePosition.parse(json);
    }
}
