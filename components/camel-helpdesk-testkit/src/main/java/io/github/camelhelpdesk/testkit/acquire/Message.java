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

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.http.Json;

/** An entry of a case as it is stored (acquire.md, section 6). */
final class Message {

    static final String MESSAGE = "message";
    static final String NOTE = "note";
    static final String EVENT = "event";
    static final String SMS = "sms";

    final long id;
    final Case owner;
    final Person sender;
    final String type;
    final Instant dateCreated;
    /** Null until somebody edits it. */
    Instant dateUpdated;
    /** What was said; of an SMS too, whose field {@code message} is a label. */
    String text;
    ObjectNode meta = Json.object();
    boolean deleted;

    Message(long id, Case owner, Person sender, String type, Instant dateCreated) {
        this.id = id;
        this.owner = owner;
        this.sender = sender;
        this.type = type;
        this.dateCreated = Times.stored(dateCreated);
    }

    Author author() {
        return type.equals(EVENT) ? Author.SYSTEM : sender.author();
    }

    boolean isPrivate() {
        return type.equals(NOTE);
    }

    /** What stands in the field {@code message}: for an SMS only who sent it (quirk Q7). */
    String label() {
        return type.equals(SMS) && !deleted ? "SMS by " + sender.name() : text;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("caseId", owner.id).put("channel", owner.channel)
                .put("senderId", sender.id()).put("senderType", sender.type()).put("type", type).put("message", label())
                .put("dateCreated", Times.iso(dateCreated)).put("dateUpdated", Times.iso(dateUpdated)).put("seen", "no");
        json.set("meta", meta.deepCopy());
        return json;
    }

    ObjectNode withSender() {
        ObjectNode json = json();
        json.set("sender", sender.json());
        return json;
    }

    /** As the answers to sending and changing have it. */
    ObjectNode withCase() {
        ObjectNode json = withSender();
        json.set("case", owner.withPeople());
        return json.put("threadId", owner.threadId).put("contactId", owner.contact.id);
    }
}
