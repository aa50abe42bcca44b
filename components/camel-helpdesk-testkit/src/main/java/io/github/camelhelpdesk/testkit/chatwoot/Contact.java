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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A customer. */
final class Contact implements Sender {

    final long id;
    final Instant createdAt;
    String name;
    String email;
    String phoneNumber;
    String identifier;
    boolean blocked;
    Instant lastActivityAt;
    ObjectNode additionalAttributes = Json.object();
    ObjectNode customAttributes = Json.object();

    Contact(long id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String storedType() {
        return "Contact";
    }

    /** Resolved in Chatwoot's sense: somebody who can be told apart (chatwoot.md, section 6). */
    boolean isIdentified() {
        return email != null || phoneNumber != null || identifier != null;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("name", name).put("email", email)
                .put("phone_number", phoneNumber).put("identifier", identifier).put("thumbnail", "")
                .put("blocked", blocked).put("type", "contact");
        json.set("additional_attributes", additionalAttributes.deepCopy());
        json.set("custom_attributes", customAttributes.deepCopy());
        return json;
    }
}
