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
package io.github.camelhelpdesk.sync.conversation;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.github.camelhelpdesk.sync.ledger.Ledger;
import io.github.camelhelpdesk.sync.ledger.Statements;
import io.github.camelhelpdesk.sync.view.ConversationHistory;
import io.github.camelhelpdesk.sync.view.ConversationSummary;
import io.github.camelhelpdesk.sync.view.ConversationView;

/** Answers from one ledger. What it reads is bounded by the limits, however large the ledger is. */
public final class ConversationReport implements ConversationView {

    private static final int MOST_CONVERSATIONS = 200;
    private static final int MOST_MESSAGES = 1000;

    private final Ledger ledger;

    public ConversationReport(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<ConversationSummary> conversations(String link, int limit, String search) {
        return ledger.read(statements -> {
            Optional<LinkSides> sides = LinkSides.of(statements, link);
            return sides.isEmpty() ? List.of()
                    : new ConversationList(statements, sides.get(), search).newest(within(limit, MOST_CONVERSATIONS));
        });
    }

    @Override
    public Optional<ConversationHistory> conversation(String link, String side, String conversationId, int limit) {
        return ledger.read(statements -> {
            Optional<Conversation> conversation = find(statements, link, side, conversationId);
            return conversation.isEmpty() ? Optional.empty()
                    : Optional.of(ConversationMessages.read(statements, conversation.get(), within(limit, MOST_MESSAGES)));
        });
    }

    private static Optional<Conversation> find(Statements statements, String link, String side, String conversationId)
            throws SQLException {
        Optional<LinkSides> sides = LinkSides.of(statements, link);
        return sides.isEmpty() ? Optional.empty()
                : new ConversationLookUp(statements, sides.get()).find(side, conversationId);
    }

    private static int within(int limit, int most) {
        return Math.max(1, Math.min(limit, most));
    }
}
