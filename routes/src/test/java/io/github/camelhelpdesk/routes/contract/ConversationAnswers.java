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
package io.github.camelhelpdesk.routes.contract;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a provider's API answers when it is asked for a conversation.
 *
 * @param contact the customer
 * @param messages the messages, each with its {@code id}
 */
record ConversationAnswers(JsonNode contact, List<JsonNode> messages) {

    /** The message of that id. */
    JsonNode message(String id) {
        return messages.stream().filter(message -> message.path("id").asText().equals(id)).findFirst().orElseThrow();
    }
}
