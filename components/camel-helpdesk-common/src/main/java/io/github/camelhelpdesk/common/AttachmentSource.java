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
package io.github.camelhelpdesk.common;

import java.util.Optional;

import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * Where a sender asks for the present address of a file. Addresses of files expire; whoever knows the side that a message came
 * from gives one as the exchange property {@link HelpdeskConstants#ATTACHMENT_SOURCE}. The sync does so.
 */
@FunctionalInterface
public interface AttachmentSource {

    /**
     * The file as its provider gives it now.
     *
     * @param message the message that it belongs to
     * @param attachmentId its id within the message
     * @return empty when the file, or the message, is there no more
     * @throws HelpdeskException when the provider refuses or cannot be reached
     */
    Optional<Attachment> refresh(MessageKey message, String attachmentId);

    /**
     * Whether a message may wait for a file that is not to be had for the moment, as its host or the provider does not answer.
     * The sender then fails with {@link HelpdeskException.Outcome#NOT_SENT}, or, when a part of the message has gone,
     * {@link HelpdeskException.Outcome#UNCLEAR}, to be called again later. By default it does not wait: a note takes the file's
     * place.
     */
    default boolean mayWait() {
        return false;
    }
}
