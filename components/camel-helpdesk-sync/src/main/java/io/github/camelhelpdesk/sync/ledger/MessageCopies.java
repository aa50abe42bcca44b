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
package io.github.camelhelpdesk.sync.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.SideIdentity;

/**
 * Finds what the target has of a message of the source: the copies that were made of it, or the original that it is a copy of.
 */
public final class MessageCopies {

    private static final String COPIES = "SELECT c.conversation, c.message_id, m.target_ids, m.revision, c.deleted_at IS NULL FROM message m"
            + " JOIN lane l ON l.id = m.lane_id JOIN copy c ON c.row_id = m.id WHERE l.direction_id = ? AND l.provider = ?"
            + " AND l.account = ? AND l.conversation = ? AND m.message_id = ? AND m.kind <> 'deletion' AND c.link = ?"
            + " AND c.side = ?";

    private final Ledger ledger;
    private final DirectionKey direction;
    private final long directionId;
    private final Supplier<SideIdentity> target;

    /** @param target the target's account, which is asked for when it is needed */
    public MessageCopies(LedgerDirection direction, Supplier<SideIdentity> target) {
        this.ledger = direction.ledger();
        this.direction = direction.key();
        this.directionId = direction.id();
        this.target = target;
    }

    /** All copies of a message and of its edits, first things first. */
    public List<TargetMessage> of(MessageKey key) {
        return lines(key).map(CopyLine::message).toList();
    }

    /** Those copies that nobody is known to have deleted. */
    public List<TargetMessage> left(MessageKey key) {
        return lines(key).filter(CopyLine::isLeft).map(CopyLine::message).toList();
    }

    private Stream<CopyLine> lines(MessageKey key) {
        String side = target.get().toString();
        return ledger.read(statements -> statements.all(COPIES, CopyLine::read, directionId, key.provider(), key.account(),
                key.conversationId(), key.id(), direction.link(), side)).stream()
                .sorted(Comparator.comparingInt(CopyLine::revision).thenComparingInt(CopyLine::place));
    }

    /** The message that this one is a copy of, when this link has made it. */
    public Optional<CopiedMessage> originalOf(MessageKey key) {
        Optional<CopiedMessage> original = ledger.read(statements -> {
            Optional<ArrivedCopy> copy = ArrivedCopy.find(statements, direction.link(), side(key).toString(), key);
            return copy.isEmpty() ? Optional.empty() : Optional.of(CopiedMessage.of(statements, copy.get().row()));
        });
        return original.filter(found -> side(found.key()).equals(target.get()));
    }

    /** What stands for a message of the source in one conversation of the target. */
    public Optional<String> idIn(String conversation, MessageKey key) {
        List<TargetMessage> found = new ArrayList<>(of(key));
        originalOf(key).ifPresent(original -> found.add(original.place()));
        return found.stream().filter(message -> message.conversation().equals(conversation)).map(TargetMessage::id).findFirst();
    }

    private static SideIdentity side(MessageKey key) {
        return new SideIdentity(key.provider(), key.account());
    }

    private record CopyLine(TargetMessage message, int revision, int place, boolean isLeft) {

        static CopyLine read(ResultSet result) throws SQLException {
            TargetMessage message = new TargetMessage(result.getString(1), result.getString(2));
            int place = TargetIds.read(result.getString(3)).indexOf(message.id());
            // One that is not among the confirmed ones is a double.
            return new CopyLine(message, result.getInt(4), place < 0 ? Integer.MAX_VALUE : place, result.getBoolean(5));
        }
    }
}
