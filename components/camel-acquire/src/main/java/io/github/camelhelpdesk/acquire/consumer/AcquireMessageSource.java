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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
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

/** Reads the messages of an Acquire account for the consumer. A conversation is a thread. */
public final class AcquireMessageSource implements MessageSource {

    private static final String ID = "[\\w-]{1,100}";

    private final Supplier<AcquireClient> client;
    private final String account;
    private final String contactId;
    private final ThreadPeople people;
    private final ChangedThreads changed;
    private final ChangedCases cases = new ChangedCases();
    private final ThreadMessages messages;

    /**
     * @param client gives the calls once the endpoint is started
     * @param account the account's identity
     * @param configuration how it is read
     * @param contactId id of the contact when one thread is read and it is known, else null
     */
    public AcquireMessageSource(Supplier<AcquireClient> client, String account, AcquireConfiguration configuration,
            String contactId) {
        this.client = client;
        this.account = account;
        this.contactId = contactId;
        this.people = new ThreadPeople(client);
        this.changed = new ChangedThreads(client, configuration, people, CaseVersion::ofMessages);
        this.messages = new ThreadMessages(client, configuration, people);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public Beginning begin(StartFrom startFrom) {
        Instant instant = startFrom.isNow() ? now() : startFrom.instant();
        return new Beginning(TimePosition.since(instant), instant);
    }

    private Instant now() {
        Instant now = client.get().cases().checkAccess();
        if (now == null) {
            throw new HelpdeskException("GET /crm/objects/case was answered without a Date header, so that startFrom=now is not"
                    + " known by the provider's clock; set startFrom to an instant", Outcome.UNCLEAR, 0, null, true, null);
        }
        return now;
    }

    @Override
    public Changes changes(Instant since) {
        CaseSweep sweep = changed.swept(since);
        if (changed.isEachListed()) {
            cases.polled(since, sweep);
        }
        return sweep.changes();
    }

    @Override
    public MessageReader read(String conversationId, Position position) {
        return reader(conversationId, position, floor -> messages.read(conversationId, contactId, floor));
    }

    @Override
    public MessageReader readListed(String conversationId, Position position) {
        return reader(conversationId, position, floor -> messages.readListed(conversationId, contactId, floor, cases));
    }

    /** The lists of a thread have all of its messages: there is one batch. */
    private MessageReader reader(String threadId, Position position, Function<Instant, ThreadMessages.Found> reading) {
        Instant floor = ((TimePosition) position).floor();
        return MessageReader.of(() -> {
            ThreadMessages.Found found = reading.apply(floor);
            return new SourceMessages(threadId, floor, people).batch(found.messages(), found.readAt());
        });
    }

    @Override
    public MessageBatch revisit(String conversationId, Set<String> messageIds) {
        List<Item<AcquireMessage>> found = new ArrayList<>();
        for (String id : messageIds) {
            try {
                AcquireMessage message = client.get().messages().get(id);
                if (message.thread() == null || message.thread().equals(conversationId)) {
                    found.add(new Item<>(message, null, null));
                }
            } catch (HelpdeskException e) {
                if (e.statusCode() != 404) {
                    throw e;
                }
            }
        }
        return new SourceMessages(conversationId, Instant.EPOCH, people).batch(found, null);
    }

    @Override
    public ConversationList conversations(Instant from) {
        return new ThreadListing(changed.sweep(from));
    }

    @Override
    public boolean isId(String conversationId, String messageId) {
        return conversationId.matches(ID) && (messageId == null || messageId.matches(ID));
    }

    @Override
    public Position parsePosition(String json) {
        return TimePosition.parse(json);
    }
}
