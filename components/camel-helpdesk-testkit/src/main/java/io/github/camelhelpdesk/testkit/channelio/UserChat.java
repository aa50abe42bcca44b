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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A customer's conversation as it is stored (channelio.md, section 4). */
final class UserChat {

    final String id;
    final User user;
    final Instant createdAt;
    final TreeMap<String, Message> messages = new TreeMap<>();
    final List<String> managerIds = new ArrayList<>();
    final List<String> tags = new ArrayList<>();
    String state = "opened";
    String assigneeId;
    /** What agents noted about the chat. */
    String description;
    Instant updatedAt;
    Instant openedAt;
    Instant closedAt;
    Instant snoozedAt;
    /** What the customer saw last. */
    Message front;
    /** What the agents saw last. */
    Message desk;
    Message userLast;

    UserChat(String id, User user, Instant createdAt) {
        this.id = id;
        this.user = user;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.openedAt = createdAt;
    }

    String key() {
        return "userChat-" + id;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("channelId", ChannelioState.CHANNEL)
                .put("contactMediumType", "native").put("state", state).put("managed", false).put("userId", user.id);
        User.putPresent(json, "name", user.name());
        User.putPresent(json, "description", description);
        json.putObject("source");
        json.set("managerIds", Json.texts(managerIds));
        User.putPresent(json, "assigneeId", assigneeId);
        json.set("tags", Json.texts(tags));
        putTime(json, "createdAt", createdAt);
        putTime(json, "updatedAt", updatedAt);
        putTime(json, "openedAt", openedAt);
        putTime(json, "closedAt", closedAt);
        putTime(json, "snoozedAt", snoozedAt);
        putMessage(json, "front", front);
        putMessage(json, "desk", desk);
        if (userLast != null) {
            json.put("userLastMessageId", userLast.id);
        }
        return json.put("version", updatedAt.toEpochMilli());
    }

    private static void putTime(ObjectNode json, String name, Instant time) {
        if (time != null) {
            json.put(name, time.toEpochMilli());
        }
    }

    private static void putMessage(ObjectNode json, String name, Message message) {
        if (message != null) {
            json.put(name + "MessageId", message.id).put(name + "UpdatedAt", message.createdAt.toEpochMilli());
        }
    }
}
