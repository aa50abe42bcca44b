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
package io.github.camelhelpdesk.application;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.conversation.ConversationReport;
import io.github.camelhelpdesk.sync.ledger.Attempt;
import io.github.camelhelpdesk.sync.ledger.ConfirmMessage;
import io.github.camelhelpdesk.sync.ledger.Copies;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;
import io.github.camelhelpdesk.sync.ledger.EndMessage;
import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.ledger.MessageState;
import io.github.camelhelpdesk.sync.ledger.NewMessage;
import io.github.camelhelpdesk.sync.ledger.StoreMessage;
import io.github.camelhelpdesk.sync.view.ConversationHistory;
import io.github.camelhelpdesk.sync.view.ConversationSummary;
import io.github.camelhelpdesk.sync.view.ConversationView;

/** A real ledger with one link, "support", into which a test puts messages as the routes would. */
@Alternative
@ApplicationScoped
class KnownConversations implements ConversationView {

    private static final String LINK = "support";

    private Ledger ledger;
    private long toChatwoot;
    private long toChannelio;

    @PostConstruct
    void open() {
        try {
            ledger = Ledger.open(Files.createTempDirectory("console").resolve("ledger.db"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        toChatwoot = ledger.direction(new DirectionKey(LINK, "channelio", "chatwoot")).id();
        toChannelio = ledger.direction(new DirectionKey(LINK, "chatwoot", "channelio")).id();
    }

    @PreDestroy
    void close() throws Exception {
        ledger.close();
    }

    /** Joins a Channel.io chat and a Chatwoot conversation. */
    void join(String chat, String conversation) {
        ledger.writeNow(statements -> {
            long mapping = statements.insert("INSERT INTO conversation (link, state, created_at) VALUES (?, 'open', 0)", LINK);
            for (String[] end : new String[][] { { "channelio/ch", chat }, { "chatwoot/host/1", conversation } }) {
                statements.change("INSERT INTO conversation_end (link, side, conversation, mapping_id) VALUES (?, ?, ?, ?)",
                        LINK, end[0], end[1], mapping);
            }
            return null;
        });
    }

    /** What a customer writes in Channel.io; gives the row. */
    long ask(String chat, String id, String customer, String text) {
        return store(toChatwoot, new MessageKey("channelio", "ch", chat, id), new Author(AuthorType.CUSTOMER, "u", customer,
                null, null), customer, text);
    }

    /** What an agent answers in Chatwoot; gives the row. */
    long answer(String conversation, String id, String customer, String text) {
        return store(toChannelio, new MessageKey("chatwoot", "host/1", conversation, id), new Author(AuthorType.AGENT, "7",
                "Gil Agent", null, null), customer, text);
    }

    private long store(long direction, MessageKey key, Author author, String customer, String text) {
        Instant now = Instant.now();
        HelpdeskMessage message = HelpdeskMessage.builder().provider(key.provider()).account(key.account())
                .conversationId(key.conversationId()).id(key.id()).text(text).createdAt(now).author(author)
                .contact(new Contact("u", null, customer, null, null)).build();
        ledger.writeNow(new StoreMessage(new NewMessage(direction, key, "marker-" + key.id(), json(message), now, null)));
        return ledger.read(statements -> statements.one("SELECT max(id) FROM message", result -> result.getLong(1))
                .orElseThrow());
    }

    private static String json(HelpdeskMessage message) {
        try {
            return HelpdeskJson.mapper().writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void confirm(long row, String side, String conversation, String id) {
        ledger.writeNow(new ConfirmMessage(row, new Copies(LINK, side, conversation, List.of(id)), Instant.now()));
    }

    void park(long row, String reason) {
        ledger.writeNow(new EndMessage(row, MessageState.PARKED, reason, new Attempt(Instant.now(), true, null)));
    }

    @Override
    public List<ConversationSummary> conversations(String link, int limit, String search) {
        return new ConversationReport(ledger).conversations(link, limit, search);
    }

    @Override
    public Optional<ConversationHistory> conversation(String link, String side, String conversationId, int limit) {
        return new ConversationReport(ledger).conversation(link, side, conversationId, limit);
    }
}
