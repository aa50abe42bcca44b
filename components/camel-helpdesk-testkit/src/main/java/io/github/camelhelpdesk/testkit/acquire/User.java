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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.http.Json;

/** A member of the staff (acquire.md, section 6). */
record User(long id, String name, String email) implements Person {

    @Override
    public String type() {
        return "user";
    }

    @Override
    public Author author() {
        return Author.AGENT;
    }

    /** With a meta in the form of a protobuf structure (quirk Q11). */
    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.putArray("roles");
        json.put("id", id).put("name", name).put("firstName", name).put("lastName", "").put("photo", "").put("email", email)
                .put("clientId", "");
        json.putObject("meta").putObject("fields").putObject("type").put("stringValue", "fullAccess").put("kind",
                "stringValue");
        return json.put("parentId", 0).put("type", type()).putNull("accessLevel");
    }
}
