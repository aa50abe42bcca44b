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
package io.github.camelhelpdesk.chatwoot.producer;

import java.util.List;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.chatwoot.transform.NeutralMessages;
import io.github.camelhelpdesk.common.producer.LookUp;
import io.github.camelhelpdesk.common.producer.SentMessage;

/**
 * Looks for a message by its marker. Deleting or retrying a message empties its content attributes; where the marker is the
 * source id as well, which stays, that does not matter.
 */
record MarkerSearch(String marker, ChatwootMessageRequest request, boolean sourceIdStays) {

    LookUp in(List<ChatwootMessage> messages) {
        for (ChatwootMessage message : messages) {
            if (marker.equals(NeutralMessages.marker(message)) || marker.equals(message.sourceId())) {
                return new LookUp.Found(new SentMessage(List.of(message.id().toString()), message));
            }
        }
        if (!sourceIdStays) {
            for (ChatwootMessage message : messages) {
                if (mayBeOurs(message)) {
                    return new LookUp.CannotTell("message " + message.id() + (message.isDeleted() ? " was deleted"
                            : " has the same text and no marker") + " and may be the one");
                }
            }
        }
        return new LookUp.NotFound();
    }

    private boolean mayBeOurs(ChatwootMessage message) {
        return message.messageType() == ChatwootMessageType.outgoing && NeutralMessages.marker(message) == null
                && message.isPrivate() == Boolean.TRUE.equals(request.isPrivate())
                && (message.isDeleted() || request.content() != null && request.content().equals(message.content()));
    }
}
