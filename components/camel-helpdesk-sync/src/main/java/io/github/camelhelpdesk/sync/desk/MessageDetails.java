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

/**
 * One row of the ledger as an operator sees it.
 *
 * @param summary the row without its text
 * @param text what would be sent; null when the message could not be read
 * @param attachments how many files it has
 * @param readable false when it is stored as it came because its consumer could not read it: it can only be discarded
 * @param audit what people have done to it, the oldest first
 */
public record MessageDetails(MessageSummary summary, String text, int attachments, boolean readable, List<AuditEntry> audit) {

    /** Without the text, which must not come into logs. */
    @Override
    public String toString() {
        return "row " + summary.row();
    }
}
