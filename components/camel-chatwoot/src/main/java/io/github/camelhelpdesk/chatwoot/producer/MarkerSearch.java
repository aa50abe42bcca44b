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
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.chatwoot.transform.NeutralMessages;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.producer.LookUp;
import io.github.camelhelpdesk.common.producer.SentMessage;

/**
 * Looks for a message by its marker. Deleting or retrying a message empties its content attributes; where the marker is the
 * source id as well, which stays, that does not matter.
 */
record MarkerSearch(String marker, ChatwootMessageRequest request, boolean sourceIdStays) {

    LookUp in(MessageReader reader) {
        LookUp result = new LookUp.NotFound();
        for (MessageBatch batch = reader.next(); batch != null; batch = reader.next()) {
            for (SourceMessage message : batch.messages()) {
                if (marker.equals(marker(message.body()))) {
                    return new LookUp.Found(new SentMessage(List.of(message.id()), message.body()));
                }
                if (!sourceIdStays && mayBeOurs(message.body())) {
                    result = new LookUp.CannotTell("message " + message.id() + " may be the one: it has no marker, and the same"
                            + " text or none that can be read");
                }
            }
        }
        return result;
    }

    /** The marker of a message, of one that cannot be read too. */
    private String marker(Object message) {
        if (message instanceof ChatwootMessage own) {
            return marker.equals(own.sourceId()) ? marker : NeutralMessages.marker(own);
        }
        JsonNode raw = (JsonNode) message;
        return Stream.of(raw.path("source_id"), raw.path("content_attributes").path(ChatwootMessage.MARKER))
                .map(JsonNode::asText).filter(marker::equals).findFirst().orElse(null);
    }

    private boolean mayBeOurs(Object body) {
        return !(body instanceof ChatwootMessage message) || message.messageType() == ChatwootMessageType.outgoing
                && NeutralMessages.marker(message) == null && message.isPrivate() == Boolean.TRUE.equals(request.isPrivate())
                && (message.isDeleted() || request.content() != null && request.content().equals(message.content()));
    }
}
