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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.consumer.WholeConversation;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;
import io.github.camelhelpdesk.signalzen.transform.NeutralMessages;

/** All messages of a conversation as neutral messages, the oldest first. */
public final class ConversationMessages {

    private final SignalzenClient client;
    private final String account;

    /**
     * @param client makes the calls
     * @param account the account's identity
     */
    public ConversationMessages(SignalzenClient client, String account) {
        this.client = client;
        this.account = account;
    }

    /** The messages; one that cannot be read bears only its ids, time, kind of author and {@code raw}. */
    public List<HelpdeskMessage> list(String userId) {
        SignalzenUser user = client.users().get(userId);
        Map<String, HelpdeskMessage> messages = new LinkedHashMap<>();
        MessageReader reader = new WholeConversation(client).read(userId, user);
        for (MessageBatch batch = reader.next(); batch != null; batch = reader.next()) {
            batch.messages().forEach(message -> messages.putIfAbsent(message.id(), neutral(user, message)));
        }
        return List.copyOf(messages.values());
    }

    private HelpdeskMessage neutral(SignalzenUser user, SourceMessage message) {
        if (message.body() instanceof SignalzenMessage own) {
            return NeutralMessages.of(own, account, user);
        }
        return HelpdeskMessage.builder().provider("signalzen").account(account).conversationId(user.id()).id(message.id())
                .author(new Author(message.author(), null, null, null, null)).createdAt(message.createdAt())
                .raw((JsonNode) message.body()).build();
    }
}
