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

import java.util.Map;

/**
 * Counts of an import's messages. {@code read} is the sum of {@code imported}, {@code alreadyThere}, {@code leftOut},
 * {@code parked}, {@code unreadable} and {@code pending}; in a dry run of {@code toImport}, {@code alreadyThere},
 * {@code leftOut} and {@code unreadable}.
 *
 * @param read messages of the source that were read
 * @param toImport those that the ledger did not have
 * @param byAuthor the same by the kind of their author
 * @param attachments files of those messages
 * @param imported those that the target has
 * @param alreadyThere those that the ledger had before
 * @param leftOut those that do not cross, by the reason: a word of the option {@code include} (bot, system, private, ...),
 *        {@code copy}, {@code deleted}, {@code byRoute} or {@code discarded}
 * @param parked those that wait for a person
 * @param unreadable those that the source's consumer could not read, which wait for a person too
 * @param pending those that are under way, or wait behind a parked one
 */
public record ImportedMessages(long read, long toImport, Map<String, Long> byAuthor, long attachments, long imported,
        long alreadyThere, Map<String, Long> leftOut, long parked, long unreadable, long pending) {

    /** For the log. */
    @Override
    public String toString() {
        return read + " read, " + toImport + " to import " + byAuthor + " with " + attachments + " attachments, " + imported
                + " imported, " + alreadyThere + " already there, left out " + leftOut + ", " + parked + " parked, "
                + unreadable + " unreadable, " + pending + " pending";
    }
}
