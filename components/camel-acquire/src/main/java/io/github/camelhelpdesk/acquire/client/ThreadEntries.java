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
package io.github.camelhelpdesk.acquire.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireTime;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.http.Item;

/**
 * What a list of messages holds. The page "Retrieve a list of messages" prints cases as its answer, with one message each; by
 * its
 * title the items are messages. Each item is judged by itself: what tells its sender is a message, what has messages, a last
 * message or a status is a case, and cases within it are looked into.
 */
public final class ThreadEntries {

    private static final int DEEPEST = 20;

    private final List<Item<AcquireMessage>> messages = new ArrayList<>();
    private final List<AcquireCase> cases = new ArrayList<>();
    private final List<Incomplete> incomplete = new ArrayList<>();

    /**
     * A case of which only the last message came.
     *
     * @param caseId id of the case
     * @param last its last message; null when not even that came
     */
    public record Incomplete(String caseId, Item<AcquireMessage> last) {
    }

    /** @param items the items of the list */
    public ThreadEntries(List<Item<JsonNode>> items) {
        items.forEach(item -> add(item.isReadable() ? item.value() : item.raw(), 0));
    }

    /** The messages that came whole, in no order. */
    public List<Item<AcquireMessage>> messages() {
        return List.copyOf(messages);
    }

    /** The cases that came. */
    public List<AcquireCase> cases() {
        return List.copyOf(cases);
    }

    /** The cases that may have more messages than came. */
    public List<Incomplete> incomplete() {
        return List.copyOf(incomplete);
    }

    /** An object of the list as a message. */
    public static Item<AcquireMessage> message(JsonNode object) {
        try {
            return object.isObject() ? new Item<>(HelpdeskJson.mapper().treeToValue(object, AcquireMessage.class), null, null)
                    : new Item<>(null, object, "not an object");
        } catch (JsonProcessingException e) {
            return new Item<>(null, object, "unexpected shape (" + where(e) + ")");
        }
    }

    /** When a message was written; null when it does not tell. */
    public static Instant createdAt(Item<AcquireMessage> item) {
        return item.isReadable() ? item.value().dateCreated() : AcquireTime.parse(item.raw().path("dateCreated").asText(null));
    }

    private void add(JsonNode object, int depth) {
        boolean isCase = !object.hasNonNull("senderType")
                && (object.has("lastMessage") || object.has("messages") || object.has("status"));
        if (isCase && depth < DEEPEST) {
            addCase(object, depth);
        } else {
            messages.add(message(object));
        }
    }

    private void addCase(JsonNode object, int depth) {
        JsonNode own = object.path("messages");
        JsonNode last = object.path("lastMessage");
        if (own.isArray() && (!own.isEmpty() || last.isNull() || last.isMissingNode())) {
            own.forEach(message -> messages.add(message(message)));
        } else if (!last.isNull()) {
            incomplete.add(new Incomplete(object.path("id").asText(null), last.isObject() ? message(last) : null));
        }
        addPeople(object);
        object.path("cases").forEach(child -> add(child, depth + 1));
    }

    /** Whoever cannot be read has no name, which does not make the messages unreadable. */
    private void addPeople(JsonNode object) {
        try {
            cases.add(HelpdeskJson.mapper().treeToValue(object, AcquireCase.class));
        } catch (JsonProcessingException e) {
            // Its messages were taken one by one.
            return;
        }
    }

    private static String where(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping ? mapping.getPathReference()
                : e.getClass().getSimpleName();
    }
}
