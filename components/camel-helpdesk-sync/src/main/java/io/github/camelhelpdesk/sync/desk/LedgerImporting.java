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
package io.github.camelhelpdesk.sync.desk;

import java.util.List;

import io.github.camelhelpdesk.sync.imports.ImportNotes;
import io.github.camelhelpdesk.sync.imports.ImportReports;
import io.github.camelhelpdesk.sync.reread.SourceReader;
import io.github.camelhelpdesk.sync.reread.SourceReaders;
import io.github.camelhelpdesk.sync.view.ImportReport;

/** The imports of one link, out of its ledger. */
record LedgerImporting(LinkLedger link, SourceReaders readers) implements Importing {

    @Override
    public List<ImportReport> all() {
        return link.directions().values().stream()
                .flatMap(direction -> ImportReports.of(new ImportNotes(link.ledger(), direction),
                        readers.of(direction).flatMap(SourceReader::reread).orElse(null)).stream())
                .toList();
    }
}
