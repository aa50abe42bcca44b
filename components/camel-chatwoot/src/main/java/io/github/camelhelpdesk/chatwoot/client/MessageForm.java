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
package io.github.camelhelpdesk.chatwoot.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.http.FormBody;
import io.github.camelhelpdesk.common.producer.CopiedFile;

/** A message with files as a multipart form: there is no other way to send some (message_builder.rb). */
final class MessageForm {

    private static final ContentType TEXT = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);

    private MessageForm() {
    }

    /**
     * The form as browsers write it, names in UTF-8; objects among the fields are sent as JSON, which Chatwoot takes in
     * content_attributes.
     */
    static FormBody of(ChatwootMessageRequest request, List<CopiedFile> files) {
        MultipartEntityBuilder form = MultipartEntityBuilder.create().setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8);
        JsonNode fields = HelpdeskJson.mapper().valueToTree(request);
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode value = field.getValue();
            form.addTextBody(field.getKey(), value.isValueNode() ? value.asText() : value.toString(), TEXT);
        }
        files.forEach(file -> form.addBinaryBody("attachments[]", file.content().path().toFile(),
                ContentType.create(file.contentType()), file.name()));
        return new FormBody(request, form.build());
    }
}
