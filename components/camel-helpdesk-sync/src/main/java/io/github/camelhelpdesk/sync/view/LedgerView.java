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
package io.github.camelhelpdesk.sync.view;

import java.util.List;

/** Read access to the ledger, for a console, a REST resource or a health check. Safe to call from any thread. */
public interface LedgerView {

    /** All links that the ledger knows, by name. */
    List<LinkStatus> links();

    /**
     * The newest messages of a link, newest first.
     *
     * @param link the link's name
     * @param limit 1 to 1000; larger values are cut to 1000
     */
    List<MessageTrace> messages(String link, int limit);
}
