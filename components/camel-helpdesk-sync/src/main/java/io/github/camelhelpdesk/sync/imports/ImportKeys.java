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

import io.github.camelhelpdesk.common.model.MessageKey;
import io.github.camelhelpdesk.sync.Marker;
import io.github.camelhelpdesk.sync.ledger.DirectionKey;

/** Names under which an import keeps its state beside the cursors, in the ledger. */
final class ImportKeys {

    static final int CONVERSATION_DIGITS = 16;
    private static final int MESSAGE_DIGITS = 20;

    private final String prefix;

    ImportKeys(DirectionKey direction) {
        // No cursor begins so: theirs begin with a provider's name.
        prefix = "helpdesk-import/" + direction.link() + "/" + direction.source() + "/" + direction.target() + "/";
    }

    String state() {
        return prefix + "state";
    }

    /** One for each message that was read. */
    String readPrefix() {
        return prefix + "read/";
    }

    /** Hashes: of whatever characters the ids consist, and short. */
    String read(MessageKey key) {
        return readPrefix() + Marker.hash(CONVERSATION_DIGITS, key.provider(), key.account(), key.conversationId()) + "."
                + Marker.hash(MESSAGE_DIGITS, key.id());
    }

    /** One for each conversation of the target that was closed. */
    String closedPrefix() {
        return prefix + "closed/";
    }

    String closed(String conversation) {
        return closedPrefix() + conversation;
    }

    /** One for each conversation of the target that another import has opened. */
    String adopted(String conversation) {
        return prefix + "adopted/" + conversation;
    }

    /** The first name behind all those that begin so. */
    static String behind(String prefix) {
        return prefix + Character.toString(Character.MAX_CODE_POINT);
    }
}
