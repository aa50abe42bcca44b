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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** An inbox: one channel of an account. */
final class Inbox {

    final long id;
    final String name;
    final ChatwootInboxType type;
    final boolean lockToSingleConversation;
    final String identifier = UUID.randomUUID().toString().replace("-", "");
    /** What people have changed in its settings. */
    final ObjectNode settings = Json.object();
    String webhookUrl = "";

    Inbox(long id, String name, ChatwootInboxType type, boolean lockToSingleConversation) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.lockToSingleConversation = lockToSingleConversation;
    }

    boolean isApi() {
        return type == ChatwootInboxType.API;
    }
}
