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
package io.github.camelhelpdesk.chatwoot.consumer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.client.MessagePage;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.ResponseTooLargeException;

/**
 * Looks for single messages of a conversation. A window between two ids holds exactly what lies between them, and has room for
 * 1000 (message_finder.rb: {@code after} is inclusive beside {@code before}). So one call mostly finds them all: whoever opens
 * a
 * conversation has Chatwoot call once for each message that is marked as read.
 */
final class MessageSearch {

    private static final int WINDOW = 1000;

    private final ChatwootClient client;
    private final String conversationId;
    private final SourceMessages messages;
    private final InboxCheck inbox;

    MessageSearch(ChatwootClient client, String conversationId, ProviderClock clock, InboxCheck inbox) {
        this.client = client;
        this.conversationId = conversationId;
        this.messages = new SourceMessages(conversationId, clock);
        this.inbox = inbox;
    }

    /** The messages that were found, by id; none of a conversation in another inbox. */
    List<SourceMessage> find(Set<String> messageIds) {
        return find(messageIds.stream().map(Long::valueOf).sorted().toList())
                .filter(message -> messageIds.contains(message.id())).toList();
    }

    private Stream<SourceMessage> find(List<Long> ids) {
        Optional<HttpAnswer<MessagePage>> window = window(ids);
        if (window.isEmpty()) {
            int middle = ids.size() / 2;
            return Stream.concat(find(ids.subList(0, middle)), find(ids.subList(middle, ids.size())));
        }
        return inbox.isForeign(conversationId, window.get().body()) ? Stream.empty()
                : messages.batch(window.get()).messages().stream();
    }

    /** All messages from the first id to the last; empty when these are too many for one answer. */
    private Optional<HttpAnswer<MessagePage>> window(List<Long> ids) {
        boolean isOne = ids.size() == 1;
        try {
            HttpAnswer<MessagePage> answer = client.messages().listBetween(conversationId, ids.get(0),
                    ids.get(ids.size() - 1) + 1);
            return isOne || answer.body().payload().size() < WINDOW ? Optional.of(answer) : Optional.empty();
        } catch (ResponseTooLargeException e) {
            if (isOne) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
