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
package io.github.camelhelpdesk.sync.view;

import java.time.Instant;

/**
 * What an import has done so far, in numbers.
 *
 * @param link name of the link
 * @param source name of the side that is imported from
 * @param target name of the side that is imported into
 * @param dryRun whether nothing is written: the report then says what an import would do
 * @param state reading, delivering, closing or done
 * @param startedAt when it began
 * @param endedAt when it ended, or null
 * @param reading how far the reading has come; null when no route reads the source now
 * @param conversations counts of conversations of the source
 * @param messages counts of messages of the source
 * @param reconciled whether the counts agree with each other and with what the ledger holds; null before the end
 */
public record ImportReport(String link, String source, String target, boolean dryRun, String state, Instant startedAt,
        Instant endedAt, ImportReading reading, ImportedConversations conversations, ImportedMessages messages,
        Boolean reconciled) {

    /** For the log. */
    @Override
    public String toString() {
        return "Messages: " + messages + ". Conversations: " + conversations + "."
                + (!Boolean.FALSE.equals(reconciled) ? "" : " These counts do not agree with the ledger: please report this.");
    }
}
