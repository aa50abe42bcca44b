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

import java.util.Optional;

import io.github.camelhelpdesk.sync.reconcile.Reconciliation;

/**
 * Compares, conversation by conversation, what both sides show with what the ledger knows. It runs in the background, one at a
 * time for a link, and changes nothing. With repair, what is missing or has diverged is read again through the link's own
 * route;
 * what is pending or parked is never touched, and what was removed at the target is never sent again.
 */
public interface Reconciling {

    /** @param repair whether to read again what is missing or has diverged */
    Reconciliation start(boolean repair);

    /** The one that is running, or the last one since the start of the application. */
    Optional<Reconciliation> last();

    /** Ends the one that is running soon. */
    Reconciliation cancel();
}
