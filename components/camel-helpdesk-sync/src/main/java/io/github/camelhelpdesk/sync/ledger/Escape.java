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

import io.github.camelhelpdesk.common.model.MessageKey;

/** Writes text with nothing but printable ASCII, so that any database takes it. */
final class Escape {

    private Escape() {
    }

    static MessageKey key(MessageKey key) {
        return new MessageKey(key.provider(), key.account(), text(key.conversationId()), text(key.id()));
    }

    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(character -> {
            if (character >= ' ' && character <= '~') {
                escaped.append((char) character);
            } else {
                escaped.append(String.format("\\u%04x", character));
            }
        });
        return escaped.toString();
    }
}
