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
package io.github.camelhelpdesk.acquire.consumer;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.SourceMessage;

/** Reads threads from their first message on. */
public final class WholeThread {

    private static final Logger LOG = LoggerFactory.getLogger(WholeThread.class);

    private final ThreadPeople people;
    private final ThreadMessages messages;

    /**
     * @param client makes the calls
     * @param configuration how lists are read
     */
    public WholeThread(Supplier<AcquireClient> client, AcquireConfiguration configuration) {
        this.people = new ThreadPeople(client);
        this.messages = new ThreadMessages(client, configuration, people);
    }

    /**
     * The messages of a thread as the consumer would give them, oldest first, with the names of who wrote them.
     *
     * @param contactId id of its contact, or null to ask for it
     * @throws IncompleteThreadException when not all of them can be had, which is no matter of the account here
     */
    public MessageBatch read(String threadId, String contactId) {
        ThreadMessages.Found found = found(threadId, contactId);
        return new SourceMessages(threadId, Instant.EPOCH, people).batch(found.messages(), found.readAt());
    }

    private ThreadMessages.Found found(String threadId, String contactId) {
        try {
            return messages.read(threadId, contactId, Instant.EPOCH);
        } catch (IncompleteThreadException e) {
            throw e.ofThread();
        }
    }

    /** The messages of a thread, oldest first. Those that cannot be read are left out and reported. */
    public List<AcquireMessage> messages(String threadId, String contactId) {
        List<SourceMessage> all = read(threadId, contactId).messages();
        all.stream().filter(message -> message.unreadable() != null).forEach(message -> LOG
                .warn("Message {} of thread {} cannot be read and is left out: {}", message.id(), threadId,
                        message.unreadable()));
        return all.stream().filter(message -> message.unreadable() == null).map(message -> (AcquireMessage) message.body())
                .toList();
    }
}
