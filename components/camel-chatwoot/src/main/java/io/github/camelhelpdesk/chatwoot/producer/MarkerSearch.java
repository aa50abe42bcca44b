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
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageType;
import io.github.camelhelpdesk.chatwoot.transform.NeutralMessages;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.producer.PartSearch;

/**
 * Looks for the parts of a message by their markers. Deleting or retrying a message empties its content attributes; where the
 * marker is the source id as well, which stays, that does not matter.
 */
record MarkerSearch(List<MessagePart> parts, boolean sourceIdStays) {

    void in(MessageReader reader, PartSearch search) {
        MessageBatch batch;
        while (!search.isComplete() && (batch = reader.next()) != null) {
            for (SourceMessage message : batch.messages()) {
                boolean isOurs = markers(message.body()).anyMatch(marker -> search.see(marker, message.id(), message.body()));
                if (!isOurs && !sourceIdStays && mayBeOurs(message.body())) {
                    search.mayBeOurs("message " + message.id() + " may be the one: it has no marker, and the same text or none"
                            + " that can be read");
                }
            }
        }
    }

    /** Where the marker of a message may stand, of one that cannot be read too. */
    private static Stream<String> markers(Object message) {
        if (message instanceof ChatwootMessage own) {
            return Stream.of(own.sourceId(), NeutralMessages.marker(own)).filter(Objects::nonNull);
        }
        JsonNode raw = (JsonNode) message;
        return Stream.of(raw.path("source_id"), raw.path("content_attributes").path(ChatwootMessage.MARKER))
                .map(JsonNode::asText);
    }

    private boolean mayBeOurs(Object body) {
        return !(body instanceof ChatwootMessage message) || message.messageType() == ChatwootMessageType.outgoing
                && NeutralMessages.marker(message) == null
                && parts.stream().anyMatch(part -> part.maySay(message));
    }
}
