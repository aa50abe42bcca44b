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
package io.github.camelhelpdesk.channelio.producer;

import java.util.Collections;
import java.util.List;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.model.ChannelioMessage;

/** The newest messages of a conversation, oldest first. */
final class ListMessagesProducer extends ChannelioProducer {

    ListMessagesProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String userChatId = userChatId(exchange);
        List<ChannelioMessage> messages = collect(exchange, new Pages<>("The list of messages of userChat " + userChatId, null,
                PAGE, (cursor, limit) -> client().messages().list(userChatId, "desc", cursor, limit)));
        Collections.reverse(messages);
        return messages;
    }
}
