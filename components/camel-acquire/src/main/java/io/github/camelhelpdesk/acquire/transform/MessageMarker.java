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
package io.github.camelhelpdesk.acquire.transform;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;

/** The marker that a sender of this project leaves in {@code meta}, where the channel keeps it. */
public final class MessageMarker {

    /** Name of the field within {@code meta}. */
    public static final String FIELD = "helpdeskMarker";

    private static final String PREFIX = "hd1.";

    private MessageMarker() {
    }

    /** The marker of a message, or null. */
    public static String of(AcquireMessage message) {
        String marker = in(message.meta());
        return marker != null && marker.startsWith(PREFIX) ? marker : null;
    }

    /** Whatever stands in a {@code meta} as marker, by a route too; or null. */
    public static String in(JsonNode meta) {
        return meta != null && meta.path(FIELD).isTextual() ? meta.path(FIELD).asText() : null;
    }
}
