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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Instant;

import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** Reads conversations from their first message on. */
public final class WholeConversation {

    private static final int OVERLAP = 5;

    private final SignalzenClient client;

    /** @param client makes the calls */
    public WholeConversation(SignalzenClient client) {
        this.client = client;
    }

    /**
     * Reads one conversation, the oldest message first; the parts overlap.
     *
     * @param user the visitor, or null when nothing is known of him
     */
    public MessageReader read(String userId, SignalzenUser user) {
        return new ForwardReader(MessageLists.of(client, userId, OVERLAP), new MessageOrder(),
                new SourceMessages(userId, Instant.EPOCH, () -> user));
    }
}
