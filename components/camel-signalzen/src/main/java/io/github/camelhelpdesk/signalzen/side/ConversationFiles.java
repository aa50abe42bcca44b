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
package io.github.camelhelpdesk.signalzen.side;

import java.util.Optional;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.transform.NeutralMessages;

/** Files of messages, with the address that is good now: the message is asked for once more. */
public final class ConversationFiles {

    private final SignalzenClient client;

    /** @param client makes the calls */
    public ConversationFiles(SignalzenClient client) {
        this.client = client;
    }

    /**
     * A file.
     *
     * @return empty when it, its message or its user is gone
     */
    public Optional<Attachment> find(String userId, String messageId, String attachmentId) {
        try {
            SignalzenMessage message = client.messages().get(userId, messageId);
            return NeutralMessages.of(message, null, null).attachments().stream()
                    .filter(attachment -> attachment.id().equals(attachmentId)).findFirst();
        } catch (HelpdeskException e) {
            if (e.isGone()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
