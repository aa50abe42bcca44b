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

import io.github.camelhelpdesk.sync.ledger.LedgerDirection;

/**
 * Conversations on the target of an import that another ledger of the same link has opened, and into which it may be writing at
 * this very time: an import of the same history in another process. Two that look before they send can still send at once, so
 * that only one may: the one that has opened the conversation.
 */
public final class AdoptedConversations {

    private final ImportNotes notes;

    public AdoptedConversations(LedgerDirection direction) {
        this.notes = new ImportNotes(direction.ledger(), direction.key());
    }

    /** To be called before anything is sent into it. */
    public void add(String conversation) {
        notes.ledger().writeNow(statements -> statements.change(ImportNotes.PUT, notes.keys().adopted(conversation), ""));
    }

    public boolean contains(String conversation) {
        return notes.ledger().read(statements -> statements.one("SELECT 1 FROM cursor WHERE key = ?", result -> true,
                notes.keys().adopted(conversation))).isPresent();
    }
}
