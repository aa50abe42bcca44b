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
package io.github.camelhelpdesk.sync.reread;

import java.time.Instant;
import java.util.Optional;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/**
 * A consumer that reads one side for a link and can read again. The {@code messages} consumers of this project can; one of your
 * own can too, when it implements this.
 */
public interface SourceReader {

    /** Whether its option {@code include} lets a message through. */
    boolean includes(HelpdeskMessage message);

    /**
     * Hands everything out again that was written at or after an instant; what the ledger has already changes nothing.
     *
     * @throws IllegalStateException when the consumer is not running
     */
    RereadProgress reread(Instant from);

    /** The re-reading that is under way, or the last one. */
    Optional<RereadProgress> reread();

    /**
     * Hands out again what was written in one conversation at or after an instant.
     *
     * @throws IllegalStateException when the consumer is not running
     */
    void reread(String conversationId, Instant from);
}
