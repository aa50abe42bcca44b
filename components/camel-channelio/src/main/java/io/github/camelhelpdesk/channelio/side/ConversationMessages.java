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
package io.github.camelhelpdesk.channelio.side;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.consumer.WholeConversation;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.transform.NeutralMessages;
import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.Visibility;

/** All messages of a conversation as neutral messages, the oldest first. */
public final class ConversationMessages {

    private final Supplier<ChannelioClient> client;
    private final String account;

    /**
     * @param client makes the calls
     * @param account the account's identity
     */
    public ConversationMessages(Supplier<ChannelioClient> client, String account) {
        this.client = client;
        this.account = account;
    }

    /** The messages; one that cannot be read bears only its ids, time, kind of author, visibility and {@code raw}. */
    public List<HelpdeskMessage> list(String userChatId) {
        // By id: a message that comes while the pages are read may be listed twice.
        Map<String, HelpdeskMessage> messages = new LinkedHashMap<>();
        MessageReader reader = new WholeConversation(client).read(userChatId);
        for (MessageBatch batch = reader.next(); batch != null; batch = reader.next()) {
            batch.messages().forEach(message -> messages.putIfAbsent(message.id(), neutral(userChatId, message)));
        }
        return List.copyOf(messages.values());
    }

    private HelpdeskMessage neutral(String userChatId, SourceMessage message) {
        if (message.body() instanceof ChannelioMessage own) {
            return NeutralMessages.of(own, account, (ChannelioUser) message.headers().get(ChannelioConstants.USER),
                    (Author) message.headers().get(ChannelioConstants.AUTHOR));
        }
        return HelpdeskMessage.builder().provider("channelio").account(account).conversationId(userChatId).id(message.id())
                .author(new Author(message.author(), null, null, null, null))
                .visibility(message.isPrivate() ? Visibility.PRIVATE : Visibility.PUBLIC)
                .createdAt(message.createdAt()).raw((JsonNode) message.body()).build();
    }
}
