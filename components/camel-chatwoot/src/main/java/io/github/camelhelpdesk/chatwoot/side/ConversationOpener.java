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
package io.github.camelhelpdesk.chatwoot.side;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversationRequest;
import io.github.camelhelpdesk.common.ConversationRequest;
import io.github.camelhelpdesk.common.NotFoundYetException;
import io.github.camelhelpdesk.common.OpenedConversation;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Finds or opens the conversation that stands for one of another side. The key is the source id of the contact's session in the
 * inbox, which is unique there and by which conversations are listed: so it is found again whatever happened in between.
 */
public final class ConversationOpener {

    /** Members of the inbox are not told of a pending one, and none of them gets it assigned (notification_listener.rb). */
    private static final String PENDING = "pending";

    private final ChatwootClient client;
    private final TargetInbox inbox;

    /**
     * @param client the client
     * @param inbox where to open it
     */
    public ConversationOpener(ChatwootClient client, TargetInbox inbox) {
        this.client = client;
        this.inbox = inbox;
    }

    /**
     * Finds or opens it.
     *
     * @return the number of the conversation
     * @throws NotFoundYetException when an earlier creation may still land
     */
    public OpenedConversation open(ConversationRequest request) {
        Instant begin = Instant.now();
        OptionalLong existing = existing(request.key());
        if (existing.isPresent()) {
            return new OpenedConversation(Long.toString(existing.getAsLong()), true);
        }
        if (request.inDoubt() && request.notFoundFrom() != null && begin.isBefore(request.notFoundFrom())) {
            throw new NotFoundYetException("No conversation has the source id " + request.key()
                    + ", but an earlier creation may still land", request.notFoundFrom());
        }
        // A session that is there already belongs to the contact that was chosen then.
        ChatwootContact contact = client.contactInboxes().contact(inbox.id(), request.key()).orElseGet(() -> session(request));
        long created = client.conversations().create(
                new ChatwootConversationRequest(inbox.id(), contact.id(), request.key(), request.silent() ? PENDING : null,
                        null,
                        null))
                .id();
        return request.silent() ? oldest(request.key(), created) : new OpenedConversation(Long.toString(created), false);
    }

    /**
     * Another process may import the same history and have created one at the same time: Chatwoot takes as many as it gets. All
     * take the oldest one; what remains empty is closed.
     */
    private OpenedConversation oldest(String key, long created) {
        long oldest = existing(key).orElse(created);
        if (oldest != created) {
            client.conversations().toggleStatus(Long.toString(created), "resolved", null);
        }
        return new OpenedConversation(Long.toString(oldest), oldest != created);
    }

    private ChatwootContact session(ConversationRequest request) {
        ChatwootContact contact = new ContactFinder(client).find(request.contactKey(), request.contact());
        client.contactInboxes().create(contact.id(), inbox.id(), request.key());
        return contact;
    }

    /** The oldest one, if ever there were several: always the same. */
    private OptionalLong existing(String key) {
        return client.conversations().list(Map.of("status", "all", "inbox_id", inbox.id(), "source_id", key, "sort_by",
                "created_at_asc")).body().conversations().stream().mapToLong(ConversationOpener::id).filter(id -> id > 0).min();
    }

    /** One that cannot be read as a whole is there all the same. */
    private static long id(Item<ChatwootConversation> item) {
        Long id = item.isReadable() ? item.value().id() : Long.valueOf(item.raw().path("id").asLong());
        return id == null ? 0 : id;
    }
}
