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
package io.github.camelhelpdesk.chatwoot.consumer;

import java.util.Objects;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.client.MessagePage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.common.http.Item;

/**
 * Keeps a consumer of one inbox from reading another one's conversations. The list of changes holds none of these, but a wake
 * may name any. Messages tell their inbox, so that this rarely costs a call.
 */
final class InboxCheck {

    private final ChatwootClient client;
    private final Long inboxId;

    /** @param inboxId the inbox to read, or null for all */
    InboxCheck(ChatwootClient client, Long inboxId) {
        this.client = client;
        this.inboxId = inboxId;
    }

    /** Whether a conversation, of which some messages are given, lies in another inbox. */
    boolean isForeign(String conversationId, MessagePage page) {
        if (inboxId == null || page.payload().isEmpty()) {
            return false;
        }
        Long own = page.payload().stream().map(InboxCheck::inboxOf).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> client.conversations().inboxId(conversationId));
        return !inboxId.equals(own);
    }

    private static Long inboxOf(Item<ChatwootMessage> item) {
        if (item.isReadable()) {
            return item.value().inboxId();
        }
        return item.raw().path("inbox_id").isIntegralNumber() ? item.raw().path("inbox_id").asLong() : null;
    }
}
