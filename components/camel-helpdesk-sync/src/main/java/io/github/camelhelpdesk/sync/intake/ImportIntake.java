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
package io.github.camelhelpdesk.sync.intake;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.imports.CountedIntake;
import io.github.camelhelpdesk.sync.imports.ImportNotes;
import io.github.camelhelpdesk.sync.ledger.LedgerDirection;
import io.github.camelhelpdesk.sync.ledger.LedgerWrite;
import io.github.camelhelpdesk.sync.ledger.StoredMessage;

/** The intake of a direction that imports: what is read is counted, and in a dry run nothing else is done. */
final class ImportIntake {

    private final ImportNotes notes;
    private final boolean dryRun;

    ImportIntake(LedgerDirection direction, boolean dryRun) {
        this.notes = new ImportNotes(direction.ledger(), direction.key());
        this.dryRun = dryRun;
    }

    /** Here too: this route may start before the one that delivers. */
    void begin() {
        notes.begin(dryRun);
    }

    LedgerWrite<StoredMessage> of(LetIn letIn, LedgerWrite<StoredMessage> guarded, Exchange exchange) {
        HelpdeskMessage content = letIn.message().isReadable() ? exchange.getMessage().getBody(HelpdeskMessage.class) : null;
        return new CountedIntake(notes, letIn.message(), content, dryRun ? letIn::foresee : guarded);
    }
}
