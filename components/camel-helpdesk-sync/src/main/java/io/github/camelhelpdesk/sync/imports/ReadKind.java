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
package io.github.camelhelpdesk.sync.imports;

import io.github.camelhelpdesk.sync.ledger.StoredMessage.Outcome;

/** What the intake made of a message when it was read for the first time. */
enum ReadKind {
    /** The ledger did not have it. */
    FRESH,
    /** The ledger did not have it, and the source's consumer could not read it. */
    UNREADABLE,
    /** The ledger had it before the import. */
    KNOWN,
    /** It is a copy that a link has made, or goes back to where it was written. */
    COPY,
    /** It was deleted at the source before. */
    DELETED;

    /**
     * @param wasKnown whether there was a row of it before
     * @return null for what is a change only, of a message that is yet to be read
     */
    static ReadKind of(Outcome outcome, boolean isReadable, boolean wasKnown) {
        return switch (outcome) {
            case STORED -> wasKnown ? KNOWN : isReadable ? FRESH : UNREADABLE;
            case KNOWN, REVISED -> KNOWN;
            case WITHDRAWN -> DELETED;
            case ECHO, CONFIRMED, COPY_EDITED, COPY_PARTLY_DELETED -> wasKnown ? KNOWN : COPY;
            case NEVER_TAKEN_IN -> null;
        };
    }
}
