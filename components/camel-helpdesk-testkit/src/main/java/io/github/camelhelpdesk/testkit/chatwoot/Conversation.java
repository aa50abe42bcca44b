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
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A conversation as the database holds it. */
final class Conversation {

    /** The id in addresses and bodies, called display id inside Chatwoot. */
    final long id;
    final String uuid = UUID.randomUUID().toString();
    final ContactInbox contactInbox;
    final Instant createdAt;
    final TreeMap<Long, Message> messages = new TreeMap<>();
    Instant updatedAt;
    Instant lastActivityAt;
    Instant waitingSince;
    Instant firstReplyCreatedAt;
    Instant snoozedUntil;
    String status = "open";
    String priority;
    Sender assignee;
    Long teamId;
    List<String> labels = new ArrayList<>();
    ObjectNode additionalAttributes = Json.object();
    ObjectNode customAttributes = Json.object();

    Conversation(long id, ContactInbox contactInbox, Instant createdAt) {
        this.id = id;
        this.contactInbox = contactInbox;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.lastActivityAt = createdAt;
        this.waitingSince = createdAt;
    }

    Inbox inbox() {
        return contactInbox.inbox();
    }

    Contact contact() {
        return contactInbox.contact();
    }

    /** A later touch only: a transaction that began early and commits late does not turn the stamp back. */
    void touch(Instant at) {
        if (at.isAfter(updatedAt)) {
            updatedAt = at;
        }
    }
}
