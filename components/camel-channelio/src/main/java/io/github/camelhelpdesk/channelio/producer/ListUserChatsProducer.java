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
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.channelio.client.UserChatCalls;

/** The conversations of a user when the header names one, else those in a state. */
final class ListUserChatsProducer extends ChannelioProducer {

    ListUserChatsProducer(ChannelioEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String userId = userId(exchange);
        if (userId != null) {
            return collect(exchange, new Pages<>("The list of userChats of user " + userId, null, PAGE,
                    (cursor, limit) -> client().userChats().listOfUser(userId, cursor, limit)));
        }
        String header = ownHeader(exchange, ChannelioConstants.STATE, String.class);
        String state = header == null ? "opened" : header;
        if (!UserChatCalls.STATES.contains(state)) {
            throw new IllegalArgumentException("Header " + ChannelioConstants.STATE + " is '" + state + "'; use one of "
                    + String.join(", ", UserChatCalls.STATES));
        }
        return collect(exchange, new Pages<>("The list of " + state + " userChats", null, PAGE,
                (cursor, limit) -> client().userChats().list(state, cursor, limit)));
    }
}
