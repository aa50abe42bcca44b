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
package io.github.camelhelpdesk.sync.mapping;

import java.time.Duration;
import java.time.Instant;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.sync.Side;
import io.github.camelhelpdesk.sync.SideIdentity;
import io.github.camelhelpdesk.sync.ledger.Attempt;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.MessageRow;
import io.github.camelhelpdesk.sync.ledger.ReplaceConversation;

/** Finds out whether a mapped conversation is gone from the target, and whether another one may take its place. */
public final class VanishedConversations {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_OF_ONE = 3;
    private static final int MOST_OF_ALL = 50;
    private static final String OF_ONE = "SELECT count(*) FROM conversation_end now JOIN conversation_end old"
            + " ON old.mapping_id = now.mapping_id AND old.side = now.side AND old.replaced_at > ?"
            + " WHERE now.link = ? AND now.side = ? AND now.conversation = ?";
    private static final String OF_ALL = "SELECT count(*) FROM conversation_end WHERE replaced_at > ? AND link = ? AND side = ?";

    private final LedgerDirection direction;
    private final Side target;

    public VanishedConversations(LedgerDirection direction, Side target) {
        this.direction = direction;
        this.target = target;
    }

    /** Whether a send failed because there is no such conversation, as far as its answer tells. */
    public static boolean isMeantBy(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HelpdeskException known) {
                return known.isGone() && known.outcome() == HelpdeskException.Outcome.REFUSED;
            }
        }
        return false;
    }

    /**
     * Asks the target whether the conversation is gone, and the account is not.
     *
     * @throws HelpdeskException when it cannot be asked
     */
    public boolean isGone(String conversation) {
        try {
            target.conversationKey(conversation);
            return false;
        } catch (HelpdeskException e) {
            if (!e.isGone()) {
                throw e;
            }
        }
        target.checkTarget();
        return true;
    }

    /** Whether so many conversations have vanished lately that it is rather the provider that answers wrongly. */
    public boolean areTooMany(String conversation) {
        long since = Instant.now().minus(WINDOW).toEpochMilli();
        String link = direction.key().link();
        String side = target.identity().toString();
        long ofOne = count(OF_ONE, since, link, side, conversation);
        return ofOne >= MOST_OF_ONE || count(OF_ALL, since, link, side) >= MOST_OF_ALL;
    }

    /** What is to be written so that another conversation takes its place. */
    public ReplaceConversation replacement(MessageRow row, String conversation, Attempt attempt) {
        SideIdentity source = new SideIdentity(row.key().provider(), row.key().account());
        return new ReplaceConversation(direction.key(), row.id(), target.identity().toString(), conversation,
                ConversationKey.base(direction.key().link(), source, row.key().conversationId()), attempt);
    }

    private long count(String sql, Object... values) {
        return direction.ledger().read(statements -> statements.one(sql, result -> result.getLong(1), values)).orElse(0L);
    }
}
