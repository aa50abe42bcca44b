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

import io.github.camelhelpdesk.common.HelpdeskOperation;

/** What an endpoint does; spelled as in its URI. */
public enum ChannelioOperation implements HelpdeskOperation {

    /** Reads the messages of the channel, or of one conversation, as they are written. */
    messages,
    /** Tells what happens to the conversations of the channel, or to one of them. */
    conversations,
    /** Writes a message into a conversation, as a bot. */
    sendMessage,
    /** Gives the newest messages of a conversation. */
    listMessages,
    /** Gives the conversations of a user, or those in a state. */
    listUserChats,
    /** Gives one conversation. */
    getUserChat,
    /** Opens a conversation with a user. */
    createUserChat,
    /** Opens a conversation again. */
    openUserChat,
    /** Closes a conversation. */
    closeUserChat,
    /** Gives one user. */
    getUser,
    /** Creates or changes a user by your own id of him. */
    upsertUser,
    /** Gives the agents. */
    listManagers,
    /** Gives the bots. */
    listBots,
    /** Gives an address at which a file can be read for a while. */
    getFileUrl,
    /** Gives the channel that the keys belong to. */
    getChannel
}
