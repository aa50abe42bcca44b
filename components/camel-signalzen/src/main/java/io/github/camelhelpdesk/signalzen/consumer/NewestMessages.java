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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.camelhelpdesk.common.consumer.MessageBatch;
import io.github.camelhelpdesk.common.consumer.MessageReader;
import io.github.camelhelpdesk.common.consumer.SourceMessage;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;

/** The newest messages of a user that can be read, whichever way the list goes. */
public final class NewestMessages {

    private final SignalzenClient client;

    /** @param client makes the calls */
    public NewestMessages(SignalzenClient client) {
        this.client = client;
    }

    /**
     * The messages, the oldest first.
     *
     * @param limit how many at most
     */
    public List<SignalzenMessage> list(String userId, int limit) {
        Deque<SignalzenMessage> newest = new ArrayDeque<>();
        Set<String> known = new HashSet<>();
        MessageReader reader = new WholeConversation(client).read(userId, null);
        for (MessageBatch batch = reader.next(); batch != null; batch = reader.next()) {
            for (SourceMessage message : batch.messages()) {
                if (message.body() instanceof SignalzenMessage own && known.add(message.id())) {
                    newest.addLast(own);
                    if (newest.size() > limit) {
                        newest.removeFirst();
                    }
                }
            }
        }
        return new ArrayList<>(newest);
    }
}
