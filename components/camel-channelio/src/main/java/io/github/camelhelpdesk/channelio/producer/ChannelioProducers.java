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

import org.apache.camel.Producer;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;

/** Which class does which operation. */
public final class ChannelioProducers {

    private ChannelioProducers() {
    }

    /** The producer for the operation of an endpoint. */
    public static Producer create(ChannelioEndpoint endpoint) {
        return switch (endpoint.getOperation()) {
            case sendMessage -> new SendMessageProducer(endpoint);
            case listMessages -> new ListMessagesProducer(endpoint);
            case listUserChats -> new ListUserChatsProducer(endpoint);
            case getUserChat -> new GetUserChatProducer(endpoint);
            case createUserChat -> new CreateUserChatProducer(endpoint);
            case openUserChat -> new OpenUserChatProducer(endpoint);
            case closeUserChat -> new CloseUserChatProducer(endpoint);
            case getUser -> new GetUserProducer(endpoint);
            case listBots -> new ListBotsProducer(endpoint);
            case getFileUrl -> new GetFileUrlProducer(endpoint);
            case upsertUser -> new UpsertUserProducer(endpoint);
            case listManagers -> new ListManagersProducer(endpoint);
            case getChannel -> new GetChannelProducer(endpoint);
            case messages, conversations -> throw new IllegalArgumentException("channelio:" + endpoint.getOperation()
                    + " is a consumer");
        };
    }
}
