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

import org.apache.camel.Processor;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.consumer.AccountConsumer;
import io.github.camelhelpdesk.common.consumer.Inclusion;

/**
 * Tells what happens to the conversations of an account: one exchange when one is opened, closed, assigned or labelled, told
 * from what was last told of it, also across a restart. What happens between two looks at a conversation comes in the order
 * opened, assigned, labelled, closed. A failed exchange is tried again and holds back its own conversation and no other.
 */
public class ConversationsConsumer extends AccountConsumer {

    private final ConversationEvents events;

    /**
     * @param endpoint the endpoint
     * @param processor the route
     * @param source shows the conversations
     * @param filters what restricts the reading, part of the cursor's key; empty for none
     * @param conversationId the one conversation to read, or null for the whole account
     */
    public ConversationsConsumer(HelpdeskEndpoint endpoint, Processor processor, ConversationSource source, String filters,
            String conversationId) {
        this(endpoint, processor, new ConversationEvents(source, conversationId), filters, conversationId);
    }

    private ConversationsConsumer(HelpdeskEndpoint endpoint, Processor processor, ConversationEvents events, String filters,
            String conversationId) {
        super(endpoint, processor, events, "conversations" + (filters.isEmpty() ? "" : "/" + filters), conversationId,
                Inclusion.parse(ConversationEvents.TOLD.name()), false, "Event");
        this.events = events;
    }

    @Override
    public void wake(String conversation, String messageId) {
        if (conversation != null) {
            events.woken(conversation);
        }
        super.wake(conversation, null);
    }
}
