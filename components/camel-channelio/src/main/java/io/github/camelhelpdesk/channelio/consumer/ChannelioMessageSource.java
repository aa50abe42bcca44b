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
package io.github.camelhelpdesk.channelio.consumer;

import java.time.Instant;
import java.util.Set;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.client.MessagesPage;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.common.consumer.Beginning;
import io.github.camelhelpdesk.common.consumer.Changes;
import io.github.camelhelpdesk.common.consumer.ConversationList;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.MessageSource;
import io.github.camelhelpdesk.common.consumer.Position;
import io.github.camelhelpdesk.common.consumer.StartFrom;
import io.github.camelhelpdesk.common.consumer.TimePosition;

/** Reads the messages of a Channel.io channel for the consumer. */
public final class ChannelioMessageSource implements MessageSource {

    private static final String ID = "[\\w-]{1,100}";
    private static final int BACKWARD_PAGE = 100;
    private static final int FORWARD_PAGE = 500;

    private final ChannelioEndpoint endpoint;
    private final People people;
    private final ChangedConversations changed;

    /** @param endpoint the endpoint; its client is used while it is started */
    public ChannelioMessageSource(ChannelioEndpoint endpoint) {
        this.endpoint = endpoint;
        this.people = new People(endpoint::client);
        this.changed = new ChangedConversations(endpoint::client, people, System::nanoTime);
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
        SourceMessages messages = new SourceMessages(conversationId, floor, people);
        MessageReader forward = new ForwardReader(pages(conversationId, "asc", FORWARD_PAGE), messages, people);
        if (floor.equals(Instant.EPOCH)) {
            return forward;
        }
        return new BackwardReader(pages(conversationId, "desc", BACKWARD_PAGE), floor, messages, people, forward);
    }

    @Override
    public MessageBatch revisit(String conversationId, Set<String> messageIds) {
        SourceMessages messages = new SourceMessages(conversationId, Instant.EPOCH, people);
        return new MessageSearch(conversationId, pages(conversationId, "desc", BACKWARD_PAGE), messages, people)
                .find(messageIds);
    }

    @Override
    public ConversationList conversations(Instant from) {
        return new ConversationListing(new ChangedConversations(endpoint::client, people, System::nanoTime), from);
    }

    @Override
    public boolean isId(String conversationId, String messageId) {
        return conversationId.matches(ID) && (messageId == null || messageId.matches(ID));
    }

    private Pages<MessagesPage> pages(String conversationId, String sortOrder, int size) {
        return new Pages<>("The list of messages of userChat " + conversationId, null, size,
                (cursor, limit) -> endpoint.client().messages().list(conversationId, sortOrder, cursor, limit));
    }

    @Override
    public Position parsePosition(String json) {
        return TimePosition.parse(json);
    }
}
