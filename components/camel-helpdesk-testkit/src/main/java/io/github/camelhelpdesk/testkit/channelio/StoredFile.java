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

import io.github.camelhelpdesk.testkit.http.Json;

/** A file on a message; it is read through a link that has to be asked for by its key (channelio.md, sections 2 and 4). */
record StoredFile(String id, String chatId, ChannelioFile file, String key) {

    ObjectNode json() {
        return Json.object().put("id", id).put("type", file.contentType().startsWith("image/") ? "image" : "file")
                .put("name", file.name()).put("size", file.content().length).put("contentType", file.contentType())
                .put("bucket", "bin.channel.example").put("key", key).put("channelId", ChannelioState.CHANNEL)
                .put("chatType", "userChat").put("chatId", chatId);
    }
}
