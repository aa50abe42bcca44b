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
package io.github.camelhelpdesk.common.webhook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

import io.github.camelhelpdesk.common.ContextServices;

/** The paths of a Camel context at which wake-ups are listened for: of two listeners on one path only one would be heard. */
final class WakeUpPaths extends ServiceSupport {

    private final Map<String, String> owners = new ConcurrentHashMap<>();

    static WakeUpPaths of(CamelContext context) {
        return ContextServices.of(context, WakeUpPaths.class, WakeUpPaths::new);
    }

    void claim(String path, String endpoint) {
        String owner = owners.putIfAbsent(path, endpoint);
        if (owner != null) {
            throw new IllegalStateException("Option wakeUpPath of " + endpoint + ": " + path + " is taken by " + owner
                    + "; give each route a path, and a webhook at the provider, of its own");
        }
    }

    void release(String path) {
        owners.remove(path);
    }
}
