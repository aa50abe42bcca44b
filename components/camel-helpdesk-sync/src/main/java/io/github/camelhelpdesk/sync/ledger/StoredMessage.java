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
 * What became of a message that asked to be let in.
 *
 * @param outcome what was done
 * @param direction id of the direction whose lane has work now
 * @param lane id of that lane, 0 when none
 * @param besides what was done in another lane, which has work then, too; else null
 */
public record StoredMessage(Outcome outcome, long direction, long lane, StoredMessage besides) {

    public StoredMessage(Outcome outcome, long direction, long lane) {
        this(outcome, direction, lane, null);
    }

    /** The same with what was done in another lane. */
    public StoredMessage besides(StoredMessage other) {
        return new StoredMessage(outcome, direction, lane, other);
    }

    public enum Outcome {
        /** A new row. */
        STORED,
        /** The row was there already. */
        KNOWN,
        /** It is a copy that we made, or bears the mark of one: dropped. */
        ECHO,
        /** It was deleted at the source before it was ever taken in: nothing to carry. */
        WITHDRAWN,
        /** It is the copy of a row that had not been confirmed: now it is. */
        CONFIRMED,
        /** A row that had not been sent says now what the message says, or is discarded with it. */
        REVISED,
        /** A change of a message that this direction never took in: dropped. */
        NEVER_TAKEN_IN,
        /** Somebody has edited a copy: not carried, as only the origin's side may edit. */
        COPY_EDITED,
        /** Somebody has deleted one of several copies of a message: not carried before all are. */
        COPY_PARTLY_DELETED;

        /** Whether nothing comes of it. */
        public boolean isDropped() {
            return this == ECHO || this == WITHDRAWN || this == NEVER_TAKEN_IN || this == COPY_EDITED
                    || this == COPY_PARTLY_DELETED;
        }
    }
}
