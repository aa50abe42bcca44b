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
package io.github.camelhelpdesk.acquire.model;

import java.io.IOException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A file of a mail or SMS. Acquire's pages show empty lists only: what it has is read under all usual names.
 *
 * @param id its id, or null
 * @param name file name, or null
 * @param url where it can be read, or null
 * @param contentType media type, or null
 * @param size bytes, or null
 */
@JsonDeserialize(using = AcquireAttachment.Reader.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcquireAttachment(String id, String name, String url, String contentType, Long size) {

    /** By id only: addresses of files are often signed. */
    @Override
    public String toString() {
        return "attachment " + id;
    }

    static final class Reader extends JsonDeserializer<AcquireAttachment> {

        @Override
        public AcquireAttachment deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode file = context.readTree(parser);
            if (!file.isObject()) {
                return new AcquireAttachment(null, null, file.isTextual() ? file.asText() : null, null, null);
            }
            String size = LooseFields.text(file, "size", "contentLength", "fileSize");
            return new AcquireAttachment(LooseFields.text(file, "id", "key", "contentId"),
                    LooseFields.text(file, "name", "fileName", "file_name", "originalName"),
                    LooseFields.text(file, "url", "link", "src", "path", "file"),
                    LooseFields.text(file, "contentType", "mimeType", "mime", "type"),
                    size != null && size.matches("\\d{1,18}") ? Long.valueOf(size) : null);
        }
    }
}
