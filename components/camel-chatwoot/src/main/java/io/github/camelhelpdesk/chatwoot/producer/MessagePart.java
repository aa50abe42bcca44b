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
import io.github.camelhelpdesk.common.model.Attachment;
import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * One message to be written.
 *
 * @param request what it says
 * @param files files that are copied and sent with it
 * @param origin the message that they belong to, null without files
 */
record MessagePart(ChatwootMessageRequest request, List<Attachment> files, MessageKey origin) {

    static MessagePart of(ChatwootMessageRequest request) {
        return new MessagePart(request, List.of(), null);
    }

    MessagePart with(ChatwootMessageRequest other) {
        return new MessagePart(other, files, origin);
    }

    /** The marker in it, or null. */
    String marker() {
        Object marker = request.contentAttributes() == null ? null : request.contentAttributes().get(ChatwootMessage.MARKER);
        return marker instanceof String text ? text : null;
    }

    /** Whether a message without a marker may be this one: notes about files may stand below its text. */
    boolean maySay(ChatwootMessage message) {
        String stored = message.content() == null ? "" : message.content();
        String own = request.content() == null ? "" : request.content();
        boolean isAlike = files.isEmpty() ? !own.isEmpty() && own.equals(stored) : stored.startsWith(own);
        return message.isPrivate() == Boolean.TRUE.equals(request.isPrivate()) && (message.isDeleted() || isAlike);
    }
}
