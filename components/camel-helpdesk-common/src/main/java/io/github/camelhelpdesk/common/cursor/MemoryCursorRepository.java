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
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

import org.apache.camel.support.service.ServiceSupport;

/** Keeps cursors for the life of the process. After a restart, reading begins at {@code startFrom} again. */
public class MemoryCursorRepository extends ServiceSupport implements CursorRepository {

    private final NavigableMap<String, String> entries = new ConcurrentSkipListMap<>();

    @Override
    public String getState(String key) {
        return entries.get(key);
    }

    @Override
    public void setState(String key, String value) {
        entries.put(key, value);
    }

    @Override
    public Stream<String> keys(String prefix) {
        return entries.tailMap(prefix, true).keySet().stream().takeWhile(key -> key.startsWith(prefix));
    }

    @Override
    public void remove(String key) {
        entries.remove(key);
    }

    @Override
    public void putAll(Map<String, String> additional) {
        entries.putAll(additional);
    }
}
