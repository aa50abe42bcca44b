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
package io.github.camelhelpdesk.sync.status;

import java.util.Locale;

import io.github.camelhelpdesk.common.ConversationStatus;

/** A status as the ledger spells it. */
final class Words {

    private Words() {
    }

    static String of(ConversationStatus status) {
        return status == null ? null : status.name().toLowerCase(Locale.ROOT);
    }

    static ConversationStatus status(String word) {
        return word == null ? null : ConversationStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
