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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Json;

/** A bot with a token of its own, which reaches few actions only (chatwoot.md, section 1). */
record AgentBot(long id, String name) implements Sender, Caller {

    @Override
    public String storedType() {
        return "AgentBot";
    }

    @Override
    public boolean sees(long inboxId) {
        return true;
    }

    @Override
    public ObjectNode json() {
        return Json.object().put("id", id).put("name", name).put("avatar_url", "").put("type", "agent_bot");
    }
}
