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

import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/**
 * An administrator or an agent.
 *
 * @param inboxes those that an agent is a member of; not used for administrators, who see all
 */
record User(long id, String name, String email, boolean administrator, Set<Long> inboxes) implements Sender, Caller {

    @Override
    public String storedType() {
        return "User";
    }

    @Override
    public boolean sees(long inboxId) {
        return administrator || inboxes.contains(inboxId);
    }

    String role() {
        return administrator ? "administrator" : "agent";
    }

    @Override
    public ObjectNode json() {
        return Json.object().put("id", id).put("name", name).put("available_name", name).put("avatar_url", "")
                .put("thumbnail", "").put("availability_status", "online").put("type", "user");
    }
}
