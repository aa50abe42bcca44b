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
package io.github.camelhelpdesk.testkit.acquire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Copies of what is stored, for tests. */
final class Snapshots {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
    };

    private Snapshots() {
    }

    static AcquireMessage of(Message message) {
        return new AcquireMessage(String.valueOf(message.id), String.valueOf(message.owner.id),
                String.valueOf(message.owner.threadId), message.owner.channel, message.sender.type(),
                String.valueOf(message.sender.id()), message.sender.name(), message.type, message.text,
                MAPPER.convertValue(message.meta, MAP), message.dateCreated, message.dateUpdated);
    }

    static AcquireCase of(Case each) {
        return new AcquireCase(String.valueOf(each.id), String.valueOf(each.threadId),
                each.id == each.threadId ? null : String.valueOf(each.threadId), String.valueOf(each.contact.id),
                each.contact.name(), each.channel, each.status, each.title, String.valueOf(each.timelineId), each.dateCreated,
                each.dateUpdated, each.messages.size());
    }

    static AcquireContact of(Contact contact) {
        return new AcquireContact(String.valueOf(contact.id), contact.name(), new LinkedHashMap<>(contact.fields));
    }

    static AcquireWebhook of(Webhook webhook) {
        return new AcquireWebhook(String.valueOf(webhook.id), webhook.name, webhook.url, webhook.hmacKey, webhook.status,
                List.copyOf(webhook.events));
    }
}
