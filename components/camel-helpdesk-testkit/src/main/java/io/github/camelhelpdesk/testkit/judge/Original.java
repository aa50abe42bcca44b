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

import java.util.ArrayList;
import java.util.List;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/** A message that a person wrote, with every text that it had. */
final class Original {

    final HistoryEntry written;
    /** The written text and each edited one, in order, without blank ones. */
    final List<HistoryEntry> versions = new ArrayList<>();
    /** Null while it is there. */
    HistoryEntry deleted;
    /** Its whole conversation went. */
    boolean vanished;

    Original(HistoryEntry written) {
        this.written = written;
    }

    boolean isThere() {
        return deleted == null && !vanished;
    }

    HistoryEntry newest() {
        return versions.get(versions.size() - 1);
    }
}
