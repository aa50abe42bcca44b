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

/** What an endpoint does; spelled as in its URI. */
public enum ChannelioOperation {

    /** Reads messages: the only one that is a consumer. */
    messages,
    sendMessage,
    listMessages,
    listUserChats,
    getUserChat,
    createUserChat,
    upsertUser,
    listManagers,
    getChannel;

    /** Whether it is used with {@code from}; all others are used with {@code to}. */
    public boolean isConsumer() {
        return this == messages;
    }
}
