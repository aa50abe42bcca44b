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
package io.github.camelhelpdesk.testkit.channelio;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A message as it is stored (channelio.md, section 4). */
final class Message {

    final String id;
    final UserChat chat;
    final Person person;
    final Instant createdAt;
    Instant updatedAt;
    /** Null until somebody edits it. */
    Instant editedAt;
    ArrayNode blocks = Json.array();
    ArrayNode files = Json.array();
    ArrayNode buttons = Json.array();
    /** Absent on log, file-only and form messages. */
    String plainText;
    String requestId;
    ObjectNode log;
    String state = "sent";
    List<String> options = List.of();

    Message(String id, UserChat chat, Person person, Instant createdAt) {
        this.id = id;
        this.chat = chat;
        this.person = person;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    boolean isPrivate() {
        return options.contains("private");
    }

    boolean isSpeech() {
        return log == null;
    }

    boolean isRemoved() {
        return state.equals("removed");
    }

    /** Plain text as people type it, in place of what was there. */
    void say(String text) {
        plainText = text;
        blocks = Json.array();
        blocks.addObject().put("type", "text").put("value", RichText.escape(text));
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("chatKey", chat.key()).put("id", id).put("mainKey", chat.key() + "-" + id)
                .put("channelId", ChannelioState.CHANNEL).put("chatType", "userChat").put("chatId", chat.id)
                .put("personType", person.type()).put("personId", person.id());
        User.putPresent(json, "requestId", requestId);
        json.put("language", "en").put("createdAt", createdAt.toEpochMilli()).put("version", updatedAt.toEpochMilli());
        putFilled(json, "blocks", blocks);
        User.putPresent(json, "plainText", plainText);
        json.put("updatedAt", updatedAt.toEpochMilli());
        if (editedAt != null) {
            json.put("editedAt", editedAt.toEpochMilli());
        }
        putFilled(json, "files", files);
        putFilled(json, "buttons", buttons);
        if (log != null) {
            json.set("log", log.deepCopy());
        }
        json.put("state", state);
        putFilled(json, "options", Json.texts(options));
        return json.put("threadMsg", false).put("broadcastedMsg", false);
    }

    private static void putFilled(ObjectNode json, String name, ArrayNode values) {
        if (!values.isEmpty()) {
            json.set(name, values.deepCopy());
        }
    }
}
