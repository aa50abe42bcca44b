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
package io.github.camelhelpdesk.testkit.judge;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * A change that the other side does not show, or shows without reason.
 *
 * @param change what happened
 * @param counterpart the message on the other side
 */
public record Divergence(Kind kind, HistoryEntry change, HistoryEntry counterpart) {

    /** What is wrong. */
    public enum Kind {
        /** The newest text of an original did not arrive. */
        EDIT_MISSING("edit did not arrive"),
        /** An original is deleted, a copy is still there, and no notice tells. */
        DELETION_MISSING("deletion did not arrive"),
        /** A person deleted the copy; the original is still there, and no notice tells. */
        DELETION_OF_COPY_MISSING("deletion of the copy did not arrive"),
        /** A message was deleted through the API though nobody deleted its counterpart. */
        DELETED_UNASKED("deleted, and nobody had asked");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
