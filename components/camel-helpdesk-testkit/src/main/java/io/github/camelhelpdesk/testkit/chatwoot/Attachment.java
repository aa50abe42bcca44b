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

/** A file that hangs on a message. The wire has no field for its name (chatwoot.md, section 8). */
@SuppressWarnings("ArrayRecordComponent")
record Attachment(long id, String name, String contentType, byte[] content, String key) {

    String path() {
        return "/rails/active_storage/blobs/redirect/" + key + "/" + name;
    }

    String storagePath() {
        return "/rails/active_storage/disk/" + key + "/" + name;
    }

    /** Derived from the MIME type (chatwoot.md, section 4). */
    String fileType() {
        return switch (contentType) {
            case "image/jpeg", "image/jpg", "image/png", "image/gif", "image/bmp", "image/webp" -> "image";
            case "video/ogg", "video/mp4", "video/webm", "video/quicktime" -> "video";
            default -> contentType.startsWith("audio/") ? "audio" : "file";
        };
    }

    ObjectNode json(long messageId, long accountId, String baseUrl) {
        ObjectNode json = Json.object().put("id", id).put("message_id", messageId).put("file_type", fileType())
                .put("account_id", accountId).putNull("extension").put("content_type", contentType)
                .put("data_url", baseUrl + path()).put("thumb_url", "").put("file_size", content.length)
                .putNull("width").putNull("height");
        return fileType().equals("audio") ? json.put("transcribed_text", "") : json;
    }
}
