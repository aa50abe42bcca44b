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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The versions in which messages were handed out: of those that each read gives again, and of the last few older ones that were
 * looked at again on their own.
 */
final class RememberedVersions {

    static final int MOST = 2_000;
    static final int MOST_REVISITED = 100;

    private final Map<String, String> reread;
    private final Map<String, String> revisited;

    RememberedVersions(Map<String, String> reread, Map<String, String> revisited) {
        this.reread = reread == null ? new LinkedHashMap<>() : new LinkedHashMap<>(reread);
        this.revisited = revisited == null ? new LinkedHashMap<>() : new LinkedHashMap<>(revisited);
    }

    String get(String id) {
        return reread.getOrDefault(id, revisited.get(id));
    }

    void put(String id, String version) {
        put(reread, id, version, MOST);
    }

    void putRevisited(String id, String version) {
        put(revisited, id, version, MOST_REVISITED);
    }

    /** Notes the version of a message that was handed out without; false when there is no room. */
    boolean adopt(String id, String version) {
        return reread.size() < MOST && reread.putIfAbsent(id, version) == null;
    }

    void retain(Predicate<String> ids) {
        reread.keySet().removeIf(ids.negate());
    }

    /** Of the messages that each read gives again. */
    Map<String, String> reread() {
        return reread;
    }

    /** Of older messages. */
    Map<String, String> revisited() {
        return revisited;
    }

    private static void put(Map<String, String> versions, String id, String version, int most) {
        versions.remove(id);
        if (version == null) {
            return;
        }
        versions.put(id, version);
        if (versions.size() > most) {
            versions.remove(versions.keySet().iterator().next());
        }
    }
}
