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

import java.util.Set;

/**
 * A webhook that the provider knows.
 *
 * @param id its id there
 * @param url the address that is called
 * @param events what it is called for
 * @param secret the secret that the provider made for it, or null
 */
public record RegisteredWebhook(String id, String url, Set<String> events, String secret) {

    public RegisteredWebhook {
        events = Set.copyOf(events);
    }

    /** Without the secret; the address may hold one as well. */
    @Override
    public String toString() {
        return "webhook " + id;
    }
}
