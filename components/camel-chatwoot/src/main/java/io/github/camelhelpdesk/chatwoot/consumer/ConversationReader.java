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

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.client.MessagePage;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.http.HttpAnswer;

/**
 * Reads a conversation by id from a place on. {@code after} filters by id and orders by creation time (message_finder.rb, issue
 * 13866), so that neither the last nor the largest id of a full page is a safe place to go on from. Behind a full page
 * therefore comes a window between two ids, which has room for 1000: it counts only when it was not full.
 */
public final class ConversationReader implements MessageReader {

    private static final int PAGE = 100;
    private static final int WINDOW = 1000;
    /** A window is that many times as wide as the page before it: about as much as it has room for. */
    private static final int STRETCH = 8;

    private final ChatwootClient client;
    private final String conversationId;
    private final SourceMessages messages;
    private final InboxCheck inbox;
    private long done;
    private boolean begun;
    private boolean complete;

    /**
     * @param client the client
     * @param conversationId number of the conversation
     * @param afterId messages with a higher id are read
     */
    public ConversationReader(ChatwootClient client, String conversationId, long afterId) {
        this(client, conversationId, afterId, new ProviderClock(), new InboxCheck(client, null));
    }

    ConversationReader(ChatwootClient client, String conversationId, long afterId, ProviderClock clock, InboxCheck inbox) {
        this.client = client;
        this.conversationId = conversationId;
        this.done = afterId;
        this.messages = new SourceMessages(conversationId, clock);
        this.inbox = inbox;
    }

    @Override
    public MessageBatch next() {
        if (complete) {
            return null;
        }
        HttpAnswer<MessagePage> page = client.messages().listAfter(conversationId, done);
        if (!begun && inbox.isForeign(conversationId, page.body())) {
            complete = true;
            return null;
        }
        begun = true;
        if (page.body().payload().size() < PAGE) {
            complete = true;
            return messages.batch(page);
        }
        long largest = page.body().payload().stream().mapToLong(SourceMessages::id).max().orElse(done);
        return window(Math.max(done + 1, largest));
    }

    private MessageBatch window(long largest) {
        long begin = done + 1;
        long width = (largest - done) * STRETCH;
        HttpAnswer<MessagePage> window = client.messages().listBetween(conversationId, begin, begin + width);
        while (window.body().payload().size() >= WINDOW && width > 1) {
            width /= 2;
            window = client.messages().listBetween(conversationId, begin, begin + width);
        }
        long last = window.body().payload().stream().mapToLong(SourceMessages::id).max().orElse(done);
        // Not the end of the window when there is something in it: ids beyond the newest may be given out any moment.
        done = last > done ? last : done + width;
        return messages.batch(window);
    }
}
