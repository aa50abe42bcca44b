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
package io.github.camelhelpdesk.sync.reconcile;

/** What a comparison of both sides and the ledger can find. The words are those of the REST answers. */
public enum Finding {
    /** The source has a message that crosses, and the ledger does not. By its id at the source. */
    missing,
    /** The source has another content than the ledger knows: an edit or a deletion. By its id at the source. */
    diverged,
    /** Confirmed, but the target does not show the copy any more. By the copy's id. */
    removedThere,
    /** A mark that more than one message of the target bears. By the ids of the second and later ones. */
    doubledThere,
    /** Not confirmed although it came in long ago. By its id at the source. */
    unconfirmed,
    /** Waits for a person. By its id at the source. */
    parked,
    /** The conversation is not there any more. By its id. */
    gone,
    /** The conversation could not be compared. By the reason. */
    notCompared
}
