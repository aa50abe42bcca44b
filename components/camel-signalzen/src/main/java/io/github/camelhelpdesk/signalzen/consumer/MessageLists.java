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

import io.github.camelhelpdesk.signalzen.client.OffsetList;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;

/** The list of the messages of a user. */
final class MessageLists {

    private MessageLists() {
    }

    static OffsetList<SignalzenMessage> of(SignalzenClient client, String userId, int overlap) {
        return new OffsetList<>("The list of messages of user " + userId,
                (offset, limit) -> client.messages().list(userId, offset, limit), SignalzenMessage::id, overlap);
    }
}
