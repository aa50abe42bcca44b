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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** One episode of a conversation, on one channel; later ones of a thread point to its first (acquire.md, sections 2 and 6). */
final class Case {

    final long id;
    final long threadId;
    final long timelineId;
    final Contact contact;
    final String channel;
    final Instant dateCreated;
    final List<Message> messages = new ArrayList<>();
    final List<User> users = new ArrayList<>();
    AcquireStatus status;
    String title;
    String closingState;
    Instant dateUpdated;
    Instant dateQueue;
    Instant datePending;
    Instant dateActive;
    Instant dateClosed;

    /**
     * Makes a case.
     *
     * @param threadId its own id for the first of a thread
     */
    Case(long id, long threadId, long timelineId, Contact contact, String channel, Instant dateCreated) {
        this.id = id;
        this.threadId = threadId;
        this.timelineId = timelineId;
        this.contact = contact;
        this.channel = channel;
        this.dateCreated = Times.stored(dateCreated);
        this.dateUpdated = this.dateCreated;
        this.title = contact.name() + " has just started a chat";
    }

    boolean isActive() {
        return status == AcquireStatus.ACTIVE;
    }

    void become(AcquireStatus next, Instant now) {
        Instant time = Times.stored(now);
        status = next;
        dateUpdated = time;
        switch (next) {
            case QUEUE -> dateQueue = time;
            case PENDING -> datePending = time;
            case ACTIVE -> dateActive = time;
            case CLOSED -> {
                dateClosed = time;
                closingState = closingState == null ? "handled" : closingState;
            }
        }
    }

    /** By time and id, as it is shown. */
    Message lastMessage() {
        return messages.stream()
                .reduce((first, second) -> second.dateCreated.isBefore(first.dateCreated) ? first : second).orElse(null);
    }

    /** The columns of the table. */
    ObjectNode json() {
        Message last = lastMessage();
        return Json.object().put("dateCreated", Times.iso(dateCreated)).put("dateUpdated", Times.iso(dateUpdated))
                .put("id", id).put("contactId", contact.id).putNull("closedBy").putNull("visitId").put("title", title)
                .put("description", last == null ? "" : last.label()).put("channel", channel).put("status", status.wire())
                .put("closingState", closingState).put("dateQueue", Times.iso(dateQueue))
                .put("datePending", Times.iso(datePending)).put("dateActive", Times.iso(dateActive))
                .put("dateClosed", Times.iso(dateClosed)).putNull("queueId").putNull("queueOrder")
                .put("parentId", threadId == id ? null : Long.valueOf(threadId)).putNull("userId").put("waitTime", waitTime())
                .put("threadId", threadId);
    }

    ObjectNode withPeople() {
        ObjectNode json = json();
        json.set("contact", contact.record());
        json.set("users", participants());
        return json;
    }

    ObjectNode timeline() {
        ObjectNode json = Json.object().put("id", timelineId).put("objectType", "case").put("caseId", id).putNull("viewId")
                .putNull("noteId").put("threadId", threadId).put("dateCreated", Times.iso(dateCreated))
                .put("dateUpdated", Times.iso(dateUpdated)).put("contactId", contact.id).put("archive", "no");
        json.putObject("meta");
        return json;
    }

    ArrayNode participants() {
        ArrayNode list = Json.array();
        users.forEach(user -> list.add(participant(user)));
        list.add(participant(contact));
        return list;
    }

    private ObjectNode participant(Person person) {
        ObjectNode json = Json.object().put("id", id * 100 + person.id()).put("caseId", id).put("type", person.type())
                .put("userId", person.id()).put("role", "owner").put("status", "active")
                .put("dateCreated", Times.iso(dateCreated)).put("closed", "no").putNull("meta");
        json.set("user", person.json());
        return json;
    }

    private long waitTime() {
        return dateActive == null ? 0 : Duration.between(dateCreated, dateActive).toSeconds();
    }
}
