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

/**
 * Counts of an import's conversations. {@code read} is the sum of {@code imported}, {@code alreadyThere}, {@code waiting} and
 * {@code leftOut}; in a dry run of {@code toImport}, {@code alreadyThere} and {@code leftOut}.
 *
 * @param read conversations of the source that were read
 * @param toImport those with messages that the ledger did not have
 * @param imported those of which the target has messages now
 * @param alreadyThere those of which the ledger had all before
 * @param waiting those of which nothing has arrived yet
 * @param leftOut those without a message that crosses, empty ones among them
 * @param closed conversations of the target that were closed after the import
 * @param notClosed conversations of the target that are not closed (yet)
 */
public record ImportedConversations(long read, long toImport, long imported, long alreadyThere, long waiting, long leftOut,
        long closed, long notClosed) {

    /** For the log. */
    @Override
    public String toString() {
        return read + " read, " + toImport + " to import, " + imported + " imported, " + alreadyThere + " already there, "
                + waiting + " waiting, " + leftOut + " left out, " + closed + " closed, " + notClosed + " not closed";
    }
}
