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
package io.github.camelhelpdesk.common;

import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.Service;

/** Services that a Camel context has one of each, whoever uses them. They end with it. */
public final class ContextServices {

    private ContextServices() {
    }

    /**
     * The service of a context, made on first use.
     *
     * @param context the Camel context
     * @param type which service
     * @param maker makes it
     */
    public static synchronized <T extends Service> T of(CamelContext context, Class<T> type, Supplier<T> maker) {
        T existing = context.hasService(type);
        if (existing != null) {
            return existing;
        }
        T made = maker.get();
        try {
            context.addService(made);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot add " + type.getSimpleName() + " to the Camel context", e);
        }
        return made;
    }
}
