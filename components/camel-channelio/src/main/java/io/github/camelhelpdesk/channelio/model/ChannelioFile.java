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
package io.github.camelhelpdesk.channelio.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A file of a message.
 *
 * @param id id of the file
 * @param type image, video, audio and others
 * @param name file name
 * @param size bytes
 * @param contentType media type, or null
 * @param bucket where it is kept
 * @param key its name there; what its address is asked for with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelioFile(String id, String type, String name, Long size, String contentType, String bucket, String key) {

    /** The id only. */
    @Override
    public String toString() {
        return "file " + id;
    }
}
