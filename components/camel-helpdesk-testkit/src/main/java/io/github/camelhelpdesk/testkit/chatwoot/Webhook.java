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

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A registered webhook. */
final class Webhook {

    /** What a webhook without a choice of its own gets (chatwoot.md, section 7). */
    static final List<String> DEFAULT_SUBSCRIPTIONS = List.of("conversation_created", "conversation_status_changed",
            "conversation_updated", "message_created", "message_updated", "contact_created", "contact_updated",
            "webwidget_triggered");

    final long id;
    final String secret = UUID.randomUUID().toString().replace("-", "");
    String url;
    String name;
    Long inboxId;
    List<String> subscriptions = DEFAULT_SUBSCRIPTIONS;

    Webhook(long id, String url) {
        this.id = id;
        this.url = url;
    }

    ObjectNode json(Inbox inbox) {
        ObjectNode json = Json.object().put("id", id).put("name", name).put("url", url)
                .put("account_id", ChatwootState.ACCOUNT).put("secret", secret);
        json.set("subscriptions", Json.texts(subscriptions));
        if (inbox != null) {
            json.set("inbox", Json.object().put("id", inbox.id).put("name", inbox.name));
        }
        return json;
    }
}
