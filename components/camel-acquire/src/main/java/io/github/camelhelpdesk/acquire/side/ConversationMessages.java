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
package io.github.camelhelpdesk.acquire.side;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireComponent;
import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.consumer.WholeThread;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.transform.NeutralMessages;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;

/** All messages of a conversation as neutral messages, oldest first. */
public final class ConversationMessages {

    private final WholeThread thread;
    private final String account;

    /**
     * @param thread reads it
     * @param account the account's identity
     */
    public ConversationMessages(WholeThread thread, String account) {
        this.thread = thread;
        this.account = account;
    }

    /** The messages; one that cannot be read bears only its ids, time, kind of author, visibility and {@code raw}. */
    public List<HelpdeskMessage> list(String threadId) {
        return thread.read(threadId, null).messages().stream().map(message -> neutral(threadId, message)).toList();
    }

    private HelpdeskMessage neutral(String threadId, SourceMessage message) {
        if (message.body() instanceof AcquireMessage own) {
            return NeutralMessages.of(own, account, threadId, (AcquireContact) message.headers().get(AcquireConstants.CONTACT),
                    (Author) message.headers().get(AcquireConstants.AUTHOR));
        }
        return HelpdeskMessage.builder().provider(AcquireComponent.SCHEME).account(account).conversationId(threadId)
                .id(message.id()).author(new Author(message.author(), null, null, null, null))
                .visibility(message.isPrivate() ? Visibility.PRIVATE : Visibility.PUBLIC).createdAt(message.createdAt())
                .raw((JsonNode) message.body()).build();
    }
}
