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
package io.github.camelhelpdesk.common.consumer;

import java.time.Instant;
import java.util.Map;

import io.github.camelhelpdesk.common.model.AuthorType;

/**
 * A message as a provider's source hands it to the consumer.
 *
 * @param id message id
 * @param createdAt when it was written, by the provider's clock
 * @param author who wrote it
 * @param isPrivate whether only the help desk may see it
 * @param body the provider's message record, or its JSON when it could not be read
 * @param headers headers of the exchange beyond those that all providers share
 * @param unreadable why it could not be read, else null
 * @param version differs when the message was edited or deleted, see {@link MessageVersion}; null when that cannot be told
 * @param deletedCopy whether it bears the mark of a copy that this project made, and was deleted; its original has to follow
 */
public record SourceMessage(String id, Instant createdAt, AuthorType author, boolean isPrivate, Object body,
        Map<String, Object> headers, String unreadable, String version, boolean deletedCopy) {

    /** Of anything but a deleted copy. */
    public SourceMessage(String id, Instant createdAt, AuthorType author, boolean isPrivate, Object body,
            Map<String, Object> headers, String unreadable, String version) {
        this(id, createdAt, author, isPrivate, body, headers, unreadable, version, false);
    }
}
