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
package io.github.camelhelpdesk.common.consumer;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Reads what a conversation owes, batch by batch. Used by one thread. */
@FunctionalInterface
public interface MessageReader {

    /**
     * The next batch.
     *
     * @return null when everything has been read
     * @throws io.github.camelhelpdesk.common.HelpdeskException when the provider does not answer as it should
     */
    MessageBatch next();

    /**
     * A reader of a conversation that is read at once.
     *
     * @param whole reads it, when it is asked for
     */
    static MessageReader of(Supplier<MessageBatch> whole) {
        Iterator<Supplier<MessageBatch>> batches = List.of(whole).iterator();
        return () -> batches.hasNext() ? batches.next().get() : null;
    }
}
