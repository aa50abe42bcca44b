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

import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.http.Item;

/** The answer of {@code GET /conversations}. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ConversationPage(Data data) {

    /** The conversations, never null. */
    public List<Item<ChatwootConversation>> conversations() {
        return hasList() ? data.payload : List.of();
    }

    /** Whether it is a list at all. */
    boolean hasList() {
        return data != null && data.payload != null;
    }

    /** How many there are on all pages, 0 when it does not say. */
    public long allCount() {
        return data == null || data.meta == null ? 0 : data.meta.allCount;
    }

    record Data(Meta meta, List<Item<ChatwootConversation>> payload) {
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Meta(long allCount) {
    }
}
