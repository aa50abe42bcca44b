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
 * Where a person looks after the links of an application: parked messages, reconciling, backfill. Thread-safe. Each call may
 * throw {@link DeskException}.
 */
public interface SyncDesk {

    /** One link by its name. */
    LinkDesk link(String name);

    /**
     * The link that a row belongs to. Rows are numbered per ledger: where an application has several, a number may be in more
     * than one, and {@link #link} must be used.
     */
    LinkDesk linkOf(long row);

    /**
     * Where is my message? All rows that carry a message with this id, as original or as copy, the oldest first.
     *
     * @param side name of the component at which the id is known; null for any
     * @param id id of the message at its provider
     */
    List<MessageSummary> find(String side, String id);
}
