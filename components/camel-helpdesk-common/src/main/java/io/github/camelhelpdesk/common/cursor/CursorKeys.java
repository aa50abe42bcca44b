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
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

import io.github.camelhelpdesk.common.ContextServices;

/** The cursor keys that are in use in a Camel context: two consumers on one cursor would each lose what the other read. */
public final class CursorKeys extends ServiceSupport {

    private final Map<String, Object> owners = new ConcurrentHashMap<>();

    /** The keys of a context, made on first use. */
    public static CursorKeys of(CamelContext context) {
        return ContextServices.of(context, CursorKeys.class, CursorKeys::new);
    }

    /**
     * Takes a key.
     *
     * @param key the key
     * @param owner who takes it
     * @param endpoint the owner's endpoint, as messages name it
     * @throws IllegalStateException when another owner has it
     */
    public void claim(String key, Object owner, String endpoint) {
        if (owners.putIfAbsent(key, owner) != null && owners.get(key) != owner) {
            throw new IllegalStateException(endpoint + " would share its cursor '" + key
                    + "' with another consumer in this process: give one of them another cursorId");
        }
    }

    /** Gives a key back. */
    public void release(String key, Object owner) {
        if (key != null) {
            owners.remove(key, owner);
        }
    }
}
