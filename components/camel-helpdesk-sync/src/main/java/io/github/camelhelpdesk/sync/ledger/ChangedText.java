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

/**
 * What became of a change of a parked text.
 *
 * @param before the row as it was; null when there is no such row
 * @param refusal why nothing was changed, or null
 * @param revision number of the new revision
 */
public record ChangedText(ParkedRow before, Refusal refusal, int revision) {

    /** Why a text is not changed. */
    public enum Refusal {
        /** The row is not parked, or not any more. */
        NOT_PARKED,
        /** The target may have the message with its old text. */
        MAY_BE_SENT,
        /** The source's consumer could not read the message, so that nobody knows what it is. */
        UNREADABLE,
        /** It is a deletion, which has no text. */
        DELETION
    }
}
