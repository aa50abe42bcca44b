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
package io.github.camelhelpdesk.testkit.signalzen;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.http.Json;

/** A message as it is stored (signalzen.md, section 4). It has no time of its last change. */
final class Message {

    final long id;
    final User user;
    final Sender sender;
    final Instant createdAt;
    /** Null for a message that is only a file; what the provider sends then is assumed to be an empty text. */
    String body;
    String fileUrl;
    boolean autoInvitation;

    Message(long id, User user, Sender sender, Instant createdAt) {
        this.id = id;
        this.user = user;
        this.sender = sender;
        this.createdAt = createdAt;
    }

    Author author() {
        return autoInvitation ? Author.BOT : sender.author();
    }

    ObjectNode json() {
        ObjectNode json = content().put("read_by_user", sender == user).put("created_at", Times.text(createdAt))
                .put("file_url", fileUrl).put("auto_invitation", autoInvitation).put("sender_type", sender.type())
                .put("read_by_operator", true);
        json.set("sender", sender.senderJson());
        return json;
    }

    /** As in the published {@code message.created}: another set of fields, and no id of the chat (signalzen.md, section 5). */
    ObjectNode webhookJson() {
        ObjectNode json = content().put("type", "Message").putNull("read_by_user").put("created_at", Times.text(createdAt))
                .put("file_url", fileUrl).putNull("rating").put("sender_type", sender.type()).put("read_by_operator", false);
        json.set("sender", sender.senderJson());
        return json;
    }

    private ObjectNode content() {
        return Json.object().put("id", id).put("body", body == null ? "" : body);
    }
}
