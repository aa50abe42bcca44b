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

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;

/** The answer of {@code GET /contacts/search}. */
record ContactPage(Meta meta, List<ChatwootContact> payload) {

    ContactPage {
        payload = payload == null ? List.of() : payload;
    }

    boolean hasMore() {
        return meta != null && meta.hasMore && !payload.isEmpty();
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Meta(boolean hasMore) {
    }
}
