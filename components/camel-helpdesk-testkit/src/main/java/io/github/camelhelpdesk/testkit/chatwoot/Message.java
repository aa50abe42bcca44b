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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A message as the database holds it. */
final class Message {

    final long id;
    final Conversation conversation;
    final ChatwootMessageType type;
    final Instant createdAt;
    /** When the transaction began that wrote it. */
    final Instant begunAt;
    Instant updatedAt;
    Sender sender;
    String content;
    String contentType = "text";
    ObjectNode contentAttributes = Json.object();
    ObjectNode additionalAttributes = Json.object();
    String sourceId;
    String status = "sent";
    boolean isPrivate;
    boolean delivered = true;
    List<Attachment> attachments = new ArrayList<>();

    Message(long id, Conversation conversation, ChatwootMessageType type, Instant createdAt, Instant begunAt) {
        this.id = id;
        this.conversation = conversation;
        this.type = type;
        this.createdAt = createdAt;
        this.begunAt = begunAt;
        this.updatedAt = begunAt;
    }

    boolean isDeleted() {
        return contentAttributes.path("deleted").asBoolean(false);
    }
}
