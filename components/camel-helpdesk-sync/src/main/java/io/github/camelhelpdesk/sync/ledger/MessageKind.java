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

import java.util.Locale;

/** What a row carries. */
public enum MessageKind {
    /** A message as it was first taken in. */
    MESSAGE,
    /** A newer text of it. */
    EDIT,
    /** That it was deleted: nothing comes after it. */
    DELETION,
    /** Not a message: its conversation was closed or opened again. */
    STATUS;

    /** The word in the database and in {@link io.github.camelhelpdesk.sync.view.MessageTrace}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
