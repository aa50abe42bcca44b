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
package io.github.camelhelpdesk.sync.desk;

import java.util.ArrayList;
import java.util.List;

import io.github.camelhelpdesk.sync.desk.DeskException.Problem;
import io.github.camelhelpdesk.sync.ledger.ChangeText;
import io.github.camelhelpdesk.sync.ledger.ChangedText;
import io.github.camelhelpdesk.sync.ledger.DiscardMessage;
import io.github.camelhelpdesk.sync.ledger.MessageState;
import io.github.camelhelpdesk.sync.ledger.ParkedRow;
import io.github.camelhelpdesk.sync.ledger.ReplayedRow;

/** The parked messages of one link, in its ledger. */
final class LedgerParking implements Parking {

    private static final int LARGEST_LIMIT = 1000;
    private static final int LONGEST_TEXT = 100_000;

    private final LinkLedger link;
    private final Replays replays;

    LedgerParking(LinkLedger link, Replays replays) {
        this.link = link;
        this.replays = replays;
    }

    @Override
    public List<MessageSummary> parked(int limit, long after) {
        int rows = Math.max(1, Math.min(limit, LARGEST_LIMIT));
        List<Long> directions = List.copyOf(link.directions().keySet());
        return link.ledger().read(statements -> SummaryQuery.parked(statements, directions, after, rows));
    }

    @Override
    public MessageDetails message(long row) {
        return link.ledger().read(statements -> SummaryQuery.details(statements, row))
                .filter(details -> details.summary().link().equals(link.link())).orElseThrow(() -> noSuchRow(row));
    }

    @Override
    public Replayed replay(long row) {
        MessageDetails details = message(row);
        if (!details.readable()) {
            throw new DeskException(Problem.CONFLICT, "Message " + row + " is stored as it came, because its consumer could not"
                    + " read it: it cannot be sent. Discard it, and answer the customer at "
                    + details.summary().source() + ".");
        }
        ReplayedRow replayed = replays.one(details.summary()).orElseThrow(() -> noSuchRow(row));
        requireParked(replayed.before());
        return told(replayed);
    }

    @Override
    public ReplayedAll replayAll(String source, String conversation) {
        List<MessageSummary> all = allParked(source, conversation);
        List<MessageSummary> readable = all.stream().filter(message -> message(message.row()).readable()).toList();
        return replays.all(readable).andUnreadable(all.size() - readable.size());
    }

    private List<MessageSummary> allParked(String source, String conversation) {
        List<MessageSummary> all = new ArrayList<>();
        List<MessageSummary> page = parked(LARGEST_LIMIT, 0);
        while (!page.isEmpty()) {
            page.stream().filter(message -> source == null || message.source().equals(source))
                    .filter(message -> conversation == null || message.sourceConversationId().equals(conversation))
                    .forEach(all::add);
            page = parked(LARGEST_LIMIT, page.get(page.size() - 1).row());
        }
        return all;
    }

    @Override
    public MessageSummary discard(long row) {
        message(row);
        ParkedRow before = link.ledger().writeNow(new DiscardMessage(row)).orElseThrow(() -> noSuchRow(row));
        requireParked(before);
        link.ledger().wake(before.direction(), before.lane());
        return message(row).summary();
    }

    @Override
    public MessageSummary changeText(long row, String text, boolean evenIfSent) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new DeskException(Problem.BAD_REQUEST, "text must have 1 to " + LONGEST_TEXT + " characters, and not only"
                    + " spaces. To send nothing at all, discard the message.");
        }
        message(row);
        ChangedText changed = link.ledger().writeNow(new ChangeText(row, text, evenIfSent));
        if (changed.refusal() != null) {
            throw refused(row, changed);
        }
        return message(row).summary();
    }

    private static DeskException refused(long row, ChangedText changed) {
        return new DeskException(Problem.CONFLICT, switch (changed.refusal()) {
            case NOT_PARKED -> notParked(row, changed.before().state());
            case MAY_BE_SENT -> "The target may have message " + row + " with its old text: changed, it would be there twice."
                    + " Replay it unchanged, and it is looked for first; or send evenIfSent=true to accept a second one.";
            case UNREADABLE -> "Message " + row + " is stored as it came, because its consumer could not read it: it is not"
                    + " known who may see it. Discard it.";
            case DELETION -> "Message " + row + " is a deletion, which has no text.";
        });
    }

    private static void requireParked(ParkedRow before) {
        if (!before.wasParked()) {
            throw new DeskException(Problem.CONFLICT, notParked(before.row(), before.state()));
        }
    }

    private static String notParked(long row, MessageState state) {
        return "Message " + row + " is not parked but " + state.word() + "; nothing was changed.";
    }

    private DeskException noSuchRow(long row) {
        return new DeskException(Problem.NOT_FOUND, "The link " + link.link() + " has no message with the number " + row + ".");
    }

    private static Replayed told(ReplayedRow replayed) {
        boolean doubt = replayed.before().maySent();
        String note = (doubt ? "The target may have it, so it is looked for before it is sent." : "It was never sent.")
                + (replayed.late() ? " It comes late: later messages of its conversation were sent before it." : "");
        return new Replayed(replayed.before().row(), doubt, replayed.late(), note);
    }
}
