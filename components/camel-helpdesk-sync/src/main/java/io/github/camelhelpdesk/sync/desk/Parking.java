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

import java.util.List;

/**
 * The parked messages of a link. Each change is one transaction with its line in the audit, and is made only if the row is
 * parked when it is written: of two people who press at once, the second one is told where the row stands.
 */
public interface Parking {

    /**
     * Parked messages, those that wait longest first.
     *
     * @param limit 1 to 1000; larger values are cut to 1000
     * @param after number of the row to go on after, 0 for the first page
     */
    List<MessageSummary> parked(int limit, long after);

    /** One message with its text, whatever its state. */
    MessageDetails message(long row);

    /** Lets a parked message into its conversation again, at its old place. */
    Replayed replay(long row);

    /**
     * Replays all parked messages in their order. Those that their consumer could not read stay parked.
     *
     * @param source name of the side that the conversation is on; null for both
     * @param conversation source conversation; null for all
     */
    ReplayedAll replayAll(String source, String conversation);

    /** Ends a parked message for good: it is never sent, and its conversation goes on. */
    MessageSummary discard(long row);

    /**
     * Gives a parked message another text. It stays parked, at its place, and is a new revision: its copy bears another mark.
     *
     * @param text plain text, not blank, up to 100000 characters
     * @param evenIfSent whether it is changed although the target may have the message with its old text, and will then have
     *        both
     */
    MessageSummary changeText(long row, String text, boolean evenIfSent);
}
