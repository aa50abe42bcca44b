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
package io.github.camelhelpdesk.common.cursor;

import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.spi.StateRepository;

/**
 * Where consumers keep how far they have read. A plain {@code StateRepository<String, String>} works too, but then entries of
 * conversations that have gone quiet are never removed. Implementations are safe for use by several threads, and a write is
 * durable when the call returns.
 */
public interface CursorRepository extends StateRepository<String, String> {

    /**
     * Keys of all entries that begin with a prefix. The caller closes the stream.
     *
     * @param prefix the prefix, compared literally
     */
    Stream<String> keys(String prefix);

    /** Removes an entry; does nothing when there is none. */
    void remove(String key);

    /** Stores all entries at once: after a crash either all of them are there or none. */
    void putAll(Map<String, String> entries);
}
