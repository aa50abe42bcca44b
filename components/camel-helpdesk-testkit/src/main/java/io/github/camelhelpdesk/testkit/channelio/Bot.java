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

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.http.Json;

/** A bot; whatever the API sends is sent by one. */
record Bot(String id, String name) implements Person {

    @Override
    public String type() {
        return "bot";
    }

    @Override
    public Author author() {
        return Author.BOT;
    }

    ObjectNode json() {
        return Json.object().put("id", id).put("channelId", ChannelioState.CHANNEL).put("name", name)
                .put("createdAt", 1_600_000_000_000L).put("color", "#123456").put("ai", false);
    }
}
