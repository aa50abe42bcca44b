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

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.channelio.ChannelioConstants;
import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.HelpdeskConstants;

/** Opens a conversation for a user. Each call opens another one. */
final class CreateUserChatProducer extends ChannelioProducer {

    CreateUserChatProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String userId = userId(exchange);
        if (userId == null) {
            throw new IllegalArgumentException("channelio:createUserChat does not know for whom: set the header "
                    + ChannelioConstants.USER_ID + " to the id of a user of this account");
        }
        ChannelioUserChat userChat = client().userChats().create(userId).userChat();
        exchange.getMessage().setHeader(HelpdeskConstants.CONVERSATION_ID, userChat.id());
        exchange.getMessage().setHeader(ChannelioConstants.USER_CHAT_ID, userChat.id());
        return userChat;
    }
}
