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
package io.github.camelhelpdesk.chatwoot.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A file or the like of a message. There is no field for its name.
 *
 * @param id id of the attachment
 * @param fileType {@code image}, {@code audio}, {@code video}, {@code file}, {@code location}, {@code fallback} and others
 * @param extension file extension, often null
 * @param contentType media type
 * @param dataUrl address of the file; needs no token and redirects to the storage
 * @param thumbUrl address of a small picture of it
 * @param fileSize bytes
 * @param fallbackTitle what to call it when it is not a file, such as the name of a place
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatwootAttachment(Long id, String fileType, String extension, String contentType, String dataUrl,
        String thumbUrl, Long fileSize, String fallbackTitle) {

    boolean isEmpty() {
        return id == null && dataUrl == null && fallbackTitle == null;
    }

    /** Id only: whoever has the address can read the file. */
    @Override
    public String toString() {
        return "chatwoot attachment " + id;
    }
}
