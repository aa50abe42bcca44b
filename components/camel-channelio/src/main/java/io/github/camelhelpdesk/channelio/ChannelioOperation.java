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

import java.util.Arrays;
import java.util.stream.Collectors;

/** What an endpoint does; spelled as in its URI. */
public enum ChannelioOperation {

    messages,
    conversations,
    sendMessage,
    listMessages,
    listUserChats,
    getUserChat,
    createUserChat,
    openUserChat,
    closeUserChat,
    getUser,
    upsertUser,
    listManagers,
    listBots,
    getFileUrl,
    getChannel;

    /**
     * The operation of a name.
     *
     * @throws IllegalArgumentException when there is none; names those that there are
     */
    static ChannelioOperation parse(String name) {
        return Arrays.stream(values()).filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("channelio has no operation '" + name + "'; use one of "
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Whether it is used with {@code from}; all others are used with {@code to}. */
    public boolean isConsumer() {
        return this == messages || this == conversations;
    }
}
