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
package io.github.camelhelpdesk.chatwoot.client;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.http.Item;

/**
 * The answer of {@code GET /conversations/{id}/messages}.
 *
 * @param meta what is said of the conversation, may be null
 * @param payload the messages
 */
public record MessagePage(JsonNode meta, List<Item<ChatwootMessage>> payload) {

    /** The conversation's contact, or null when it is not given or cannot be read. */
    public ChatwootContact contact() {
        JsonNode contact = meta == null ? null : meta.get("contact");
        // The documentation page wraps it in a payload array; the server gives the object itself.
        JsonNode own = contact != null && contact.path("payload").isArray() ? contact.path("payload").path(0) : contact;
        if (own == null || !own.isObject()) {
            return null;
        }
        try {
            return HelpdeskJson.mapper().treeToValue(own, ChatwootContact.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
