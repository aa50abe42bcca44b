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

import java.time.Instant;
import java.util.Optional;

import org.apache.camel.Processor;

import io.github.camelhelpdesk.common.HelpdeskEndpoint;

/**
 * Reads the messages of an account: one exchange per message, oldest first within a conversation, the next one after the end
 * of the one before. A failed exchange holds back its own conversation and no other.
 */
public class MessagesConsumer extends AccountConsumer {

    /**
     * @param endpoint the endpoint
     * @param processor the route
     * @param source reads the provider
     * @param filters what restricts the reading, part of the cursor's key; empty for none
     * @param conversationId the one conversation to read, or null for the whole account
     */
    public MessagesConsumer(HelpdeskEndpoint endpoint, Processor processor, MessageSource source, String filters,
            String conversationId) {
        super(endpoint, processor, source, filters, conversationId, Inclusion.parse(endpoint.getInclude()),
                endpoint.isIncludeUpdates(), "Message");
    }

    /**
     * Hands out again what was written at or after an instant in any conversation, oldest first within each, the older than
     * {@code startFrom} included. It comes with the header {@code CamelHelpdeskReread}, and what was handed out before with
     * {@code CamelHelpdeskUpdated} too. New messages are read meanwhile, in order. It goes on after a restart. While one is
     * under way, this joins it.
     *
     * @param from by the provider's clock; {@link Instant#EPOCH} for everything
     * @return how it goes on
     * @throws IllegalStateException when the consumer has not begun to read
     */
    public Reread reread(Instant from) {
        return readAgain(from);
    }

    /** The re-reading of the account that is under way, or the last one since the start. */
    public Optional<Reread> reread() {
        return Optional.ofNullable(lastReadAgain());
    }

    /**
     * Hands out again what was written in a conversation at or after an instant, as {@link #reread(Instant)} does.
     *
     * @throws IllegalArgumentException when this consumer does not read such a conversation
     * @throws IllegalStateException when the consumer has not begun to read
     */
    public void reread(String conversation, Instant from) {
        readAgain(conversation, from);
    }
}
