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
package io.github.camelhelpdesk.common.model;

/**
 * A file of a message, listed but not read.
 *
 * @param id the provider's id or key of the file
 * @param name file name, or null
 * @param url where it can be read, or null when the provider gives the address on request only
 * @param contentType media type, or null when not known
 * @param size bytes, or null when not known
 */
public record Attachment(String id, String name, String url, String contentType, Long size) {

    /** Names the file by id only: addresses of files are often signed. */
    @Override
    public String toString() {
        return "attachment " + id;
    }
}
