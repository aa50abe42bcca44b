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
package io.github.camelhelpdesk.acquire.producer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.client.Ids;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.transform.MessageMarker;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.producer.PartSearch;

/**
 * Looks for the parts of a message in its thread: by their markers where the thread shows that Acquire keeps them, else by who
 * wrote them and what they say. A message that Acquire has deleted leaves no trace and is not found.
 */
final class MessageSearch {

    private final String afterId;
    private final Speaker speaker;
    private final List<MessagePart> missing;

    /**
     * @param parts what would be sent
     * @param afterId id of the last message that is known to be before it, or null
     * @param speaker as whom they were sent
     */
    MessageSearch(List<MessagePart> parts, String afterId, Speaker speaker) {
        this.afterId = afterId;
        this.speaker = speaker;
        this.missing = new ArrayList<>(parts);
    }

    /** @param messages the messages of the thread, oldest first */
    void in(List<SourceMessage> messages, PartSearch search) {
        boolean keepsMarkers = messages.stream().anyMatch(message -> marker(message) != null);
        List<SourceMessage> later = messages.stream().filter(this::isAfter).toList();
        later.forEach(message -> search.see(marker(message), message.id(), message.body()));
        if (!search.isComplete()) {
            Speaker known = messages.stream().filter(message -> message.id().equals(afterId)).findFirst()
                    .flatMap(MessageSearch::readable).map(speaker::orElse).orElse(speaker);
            later.stream().filter(message -> marker(message) == null)
                    .forEach(message -> compare(message, keepsMarkers, known, search));
        }
    }

    private void compare(SourceMessage unmarked, boolean keepsMarkers, Speaker known, PartSearch search) {
        Optional<AcquireMessage> readable = readable(unmarked);
        if (readable.isEmpty()) {
            search.mayBeOurs("message " + unmarked.id() + " cannot be read");
        }
        readable.filter(known::mayHaveWritten).ifPresent(message -> {
            if (StoredText.isEmpty(message)) {
                search.mayBeOurs("message " + unmarked.id() + " may be the one: it has been deleted or emptied");
            } else if (!keepsMarkers) {
                missing.stream().filter(part -> StoredText.says(message, part.request())).findFirst()
                        .ifPresent(part -> take(part, message, known, search));
            }
        });
    }

    private void take(MessagePart part, AcquireMessage message, Speaker known, PartSearch search) {
        if (known.isKnown()) {
            missing.remove(part);
            search.see(part.marker(), message.messageId(), message);
        } else {
            search.mayBeOurs("message " + message.messageId() + " says the same, but whether we wrote it is not known: set the"
                    + " option userId to the id of the user that apiKey belongs to");
        }
    }

    /** Ids grow. */
    private boolean isAfter(SourceMessage message) {
        return afterId == null || Ids.order(message.id()) > Ids.order(afterId);
    }

    private static String marker(SourceMessage message) {
        return MessageMarker.in(message.body() instanceof AcquireMessage own ? own.meta()
                : ((JsonNode) message.body()).path("meta"));
    }

    private static Optional<AcquireMessage> readable(SourceMessage message) {
        return message.body() instanceof AcquireMessage own ? Optional.of(own) : Optional.empty();
    }
}
