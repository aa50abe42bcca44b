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
package io.github.camelhelpdesk.channelio.consumer;

import java.time.Instant;
import java.util.function.Supplier;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.client.Pages;
import io.github.camelhelpdesk.common.consumer.MessageReader;

/** Reads conversations from their first message on, with the names of who wrote them. */
public final class WholeConversation {

    private static final int PAGE = 500;

    private final Supplier<ChannelioClient> client;
    private final People people;

    /** @param client makes the calls */
    public WholeConversation(Supplier<ChannelioClient> client) {
        this.client = client;
        this.people = new People(client);
    }

    /** Reads one conversation, the oldest message first. */
    public MessageReader read(String userChatId) {
        return new ForwardReader(
                new Pages<>("The list of messages of userChat " + userChatId, null, PAGE,
                        (cursor, limit) -> client.get().messages().list(userChatId, "asc", cursor, limit)),
                new SourceMessages(userChatId, Instant.EPOCH, people), people);
    }
}
