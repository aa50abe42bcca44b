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
package io.github.camelhelpdesk.sync.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.camel.Exchange;
import org.apache.camel.support.ObjectHelper;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/** Reads from an exchange what its sender left: as a property, so that a later step cannot lose it, or else as a header. */
final class SentIds {

    private SentIds() {
    }

    /** Ids of the copies, in order; empty when nothing was sent. */
    static List<String> of(Exchange exchange) {
        List<String> ids = new ArrayList<>();
        ObjectHelper.createIterable(value(exchange, HelpdeskConstants.MESSAGE_ID), null)
                .forEach(id -> ids.add(Objects.toString(id, "")));
        ids.removeIf(String::isBlank);
        return List.copyOf(ids);
    }

    static String conversation(Exchange exchange, String mapped) {
        return value(exchange, HelpdeskConstants.CONVERSATION_ID) instanceof String written && !written.isBlank() ? written
                : mapped;
    }

    static boolean isSkipped(Exchange exchange) {
        return Boolean.TRUE.equals(exchange.getContext().getTypeConverter().tryConvertTo(Boolean.class,
                value(exchange, HelpdeskConstants.SKIPPED)));
    }

    private static Object value(Exchange exchange, String name) {
        Object property = exchange.getProperty(name);
        return property != null ? property : exchange.getMessage().getHeader(name);
    }
}
