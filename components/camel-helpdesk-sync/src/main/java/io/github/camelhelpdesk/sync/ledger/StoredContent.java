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
package io.github.camelhelpdesk.sync.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.TextFormat;

/** The stored content of a row, which is the provider's own JSON where its consumer could not read the message. */
public final class StoredContent {

    private StoredContent() {
    }

    /**
     * Reads a row's content.
     *
     * @return null when it is not a message that could be sent
     */
    public static HelpdeskMessage read(String content) {
        try {
            HelpdeskMessage message = HelpdeskJson.mapper().readValue(content, HelpdeskMessage.class);
            boolean whole = message != null && message.provider() != null && message.account() != null
                    && message.conversationId() != null && message.id() != null;
            return whole ? message : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    static String write(HelpdeskMessage message, String text) throws JsonProcessingException {
        return HelpdeskJson.mapper()
                .writeValueAsString(message.toBuilder().text(text).html(null).format(TextFormat.PLAIN).build());
    }
}
