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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.http.Json;

/** A customer: a member with an id of the site's own, or a lead without one. */
final class User implements Person {

    final String id;
    final String memberId;
    final Instant createdAt;
    Instant updatedAt;
    ObjectNode profile = Json.object();
    List<String> tags = new ArrayList<>();

    User(String id, String memberId, Instant createdAt) {
        this.id = id;
        this.memberId = memberId;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return text("name");
    }

    @Override
    public String type() {
        return "user";
    }

    @Override
    public Author author() {
        return Author.CUSTOMER;
    }

    /** A value of the profile or null. */
    String text(String name) {
        return profile.path(name).asText(null);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("channelId", ChannelioState.CHANNEL);
        putPresent(json, "memberId", memberId);
        json.put("type", memberId == null ? "lead" : "member").put("member", memberId != null)
                .put("createdAt", createdAt.toEpochMilli()).put("updatedAt", updatedAt.toEpochMilli())
                .put("blocked", false).put("hasChat", true).put("language", "en").put("version", updatedAt.toEpochMilli());
        for (String name : List.of("name", "email", "mobileNumber", "avatarUrl")) {
            putPresent(json, name, text(name));
        }
        json.set("profile", profile.deepCopy());
        json.set("tags", Json.texts(tags));
        return json;
    }

    /** Absent values have no field of their own on this wire. */
    static void putPresent(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
