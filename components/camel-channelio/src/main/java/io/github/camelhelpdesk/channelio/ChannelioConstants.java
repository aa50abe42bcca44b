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
package io.github.camelhelpdesk.channelio;

import org.apache.camel.spi.Metadata;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/** Headers of Channel.io. */
public final class ChannelioConstants extends HelpdeskConstants {

    @Metadata(description = "Id of the conversation (userChat). From the consumer: the one that the message is in. For a producer:"
            + " the one to work on; CamelHelpdeskConversationId wins over it.", javaType = "String")
    public static final String USER_CHAT_ID = "CamelChannelioUserChatId";
    @Metadata(label = "consumer", description = "Id of the message.", javaType = "String")
    public static final String MESSAGE_ID = "CamelChannelioMessageId";
    @Metadata(description = "Id of the user. From the consumer: the customer of the conversation. For createUserChat: whom to open"
            + " it for. For listUserChats: whose conversations to list. For getUser: whom to read.", javaType = "String")
    public static final String USER_ID = "CamelChannelioUserId";
    @Metadata(label = "producer", description = "The site's own id of the user, for upsertUser; for getUser instead of"
            + " CamelChannelioUserId.", javaType = "String")
    public static final String MEMBER_ID = "CamelChannelioMemberId";
    @Metadata(description = "From the consumer: state of the message (sending, sent, failed, removed). For listUserChats: state of"
            + " the conversations to list (opened, closed, snoozed, queued, initial, missed).", javaType = "String", defaultValue = "opened")
    public static final String STATE = "CamelChannelioState";
    @Metadata(label = "producer", description = "Name of the bot that the message is posted as, or that opens or closes the"
            + " conversation; wins over the option botName.", javaType = "String")
    public static final String BOT_NAME = "CamelChannelioBotName";
    @Metadata(label = "producer", description = "For getFileUrl: the key of the file, as in the files of a message.", javaType = "String")
    public static final String FILE_KEY = "CamelChannelioFileKey";
    @Metadata(label = "producer", description = "Most items that a list operation gives, 1 to 100000.", javaType = "Integer", defaultValue = "1000")
    public static final String LIMIT = "CamelChannelioLimit";
    @Metadata(label = "consumer", description = "Kind of the event: push, upsert, update. Only with webhook:.", javaType = "String")
    public static final String EVENT = "CamelChannelioEvent";
    @Metadata(label = "consumer", description = "What the event is about, as Channel.io says it: message, userChat, user, in"
            + " whatever case. Only with webhook:.", javaType = "String")
    public static final String EVENT_TYPE = "CamelChannelioEventType";
    @Metadata(label = "consumer", description = "The customer of the conversation, as far as known.", javaType = "io.github.camelhelpdesk.channelio.model.ChannelioUser")
    public static final String USER = "CamelChannelioUser";
    @Metadata(label = "consumer", description = "Who wrote the message, with name where known.", javaType = "io.github.camelhelpdesk.common.model.Author")
    public static final String AUTHOR = "CamelChannelioAuthor";

    private ChannelioConstants() {
    }
}
