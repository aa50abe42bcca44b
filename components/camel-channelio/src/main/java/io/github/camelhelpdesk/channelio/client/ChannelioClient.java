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
package io.github.camelhelpdesk.channelio.client;

import io.github.camelhelpdesk.common.http.Transport;

/**
 * The calls of the Open API v5 that this component makes, by resource. All of them throw
 * {@link io.github.camelhelpdesk.common.HelpdeskException}.
 */
public final class ChannelioClient {

    /** Path of the API below {@code baseUrl}. */
    public static final String API_PATH = "/open/v5";

    private final OwnChannelCalls channel;
    private final UserChatCalls userChats;
    private final MessageCalls messages;
    private final UserCalls users;
    private final ManagerCalls managers;
    private final BotCalls bots;
    private final WebhookCalls webhooks;

    /** @param transport makes the calls */
    public ChannelioClient(Transport transport) {
        ChannelioCalls calls = new ChannelioCalls(transport);
        channel = new OwnChannelCalls(calls);
        userChats = new UserChatCalls(calls, channel);
        messages = new MessageCalls(calls);
        users = new UserCalls(calls);
        managers = new ManagerCalls(calls);
        bots = new BotCalls(calls);
        webhooks = new WebhookCalls(calls);
    }

    /** The channel that the key pair belongs to. */
    public OwnChannelCalls channel() {
        return channel;
    }

    /** Conversations. */
    public UserChatCalls userChats() {
        return userChats;
    }

    /** What was written in the conversations, and the files in it. */
    public MessageCalls messages() {
        return messages;
    }

    /** Customers. */
    public UserCalls users() {
        return users;
    }

    /** Agents. */
    public ManagerCalls managers() {
        return managers;
    }

    /** Bots, in whose name messages are sent. */
    public BotCalls bots() {
        return bots;
    }

    /** Webhooks of the channel. */
    public WebhookCalls webhooks() {
        return webhooks;
    }
}
