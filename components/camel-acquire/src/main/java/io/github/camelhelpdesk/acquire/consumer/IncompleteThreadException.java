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
package io.github.camelhelpdesk.acquire.consumer;

import io.github.camelhelpdesk.common.HelpdeskException;

/** The lists that may be asked for do not give all messages of a thread. */
public final class IncompleteThreadException extends HelpdeskException {

    private static final long serialVersionUID = 1L;

    /** Concerns the account: a reader must not go on as if nothing was missing. */
    IncompleteThreadException(String message) {
        this(message, true);
    }

    private IncompleteThreadException(String message, boolean concernsAccount) {
        // A status of 404 would say that the conversation is gone.
        super(message, Outcome.REFUSED, 0, null, concernsAccount, null);
    }

    /** The same for somebody who has to do with this thread only. */
    IncompleteThreadException ofThread() {
        return new IncompleteThreadException(getMessage(), false);
    }
}
