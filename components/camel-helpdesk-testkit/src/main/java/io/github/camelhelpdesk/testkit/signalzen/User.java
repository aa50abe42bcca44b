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
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.http.Json;

/** A visitor and the one chat with him (signalzen.md, section 4). */
final class User implements Sender {

    final long id;
    final String name;
    final String email;
    final Instant createdAt;
    final TreeMap<Long, Message> messages = new TreeMap<>();
    final ArrayNode attributes = Json.array();
    String reference;
    String lastUrl;
    Instant updatedAt;
    Instant onlineAt;

    User(long id, String name, String email, Instant createdAt) {
        this.id = id;
        this.name = name == null ? "#" + id : name;
        this.email = email;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.onlineAt = createdAt;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String type() {
        return "user";
    }

    @Override
    public Author author() {
        return Author.CUSTOMER;
    }

    Instant changedAt() {
        return Stream.of(updatedAt, onlineAt).max(Comparator.naturalOrder()).orElseThrow();
    }

    @Override
    public ObjectNode senderJson() {
        return Json.object().put("id", id).put("name", name).put("email", email);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("name", name).put("email", email).put("reference", reference)
                .put("created_at", Times.text(createdAt)).put("updated_at", Times.text(updatedAt))
                .put("online_at", Times.text(onlineAt)).put("last_url", lastUrl);
        json.set("user_attributes", attributes.deepCopy());
        return json;
    }
}
