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

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an endpoint does: a provider lists its own as an enum, whose constants are spelled as in the URI. */
public interface HelpdeskOperation {

    /** As in the URI. */
    String name();

    /** Whether it is used with {@code from}, as messages and conversations are; all others are used with {@code to}. */
    default boolean isConsumer() {
        return name().equals("messages") || name().equals("conversations");
    }

    /**
     * The operation of a URI.
     *
     * @param operations those of the provider
     * @param scheme the provider's
     * @throws IllegalArgumentException when there is none of that name; names those there are
     */
    static <O extends HelpdeskOperation> O parse(Class<O> operations, String scheme, String name) {
        O[] known = operations.getEnumConstants();
        return Stream.of(known).filter(operation -> operation.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(scheme + " has no operation '" + name + "'; use one of "
                        + Stream.of(known).map(HelpdeskOperation::name).collect(Collectors.joining(", "))));
    }
}
