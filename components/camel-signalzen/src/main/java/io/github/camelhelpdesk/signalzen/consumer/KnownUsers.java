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

import java.util.function.Supplier;

import io.github.camelhelpdesk.common.consumer.KnownFacts;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** Who the visitors are: those that were found changed are known from the list, others are asked for. */
final class KnownUsers {

    private final Supplier<SignalzenClient> client;
    private final KnownFacts<SignalzenUser> users = new KnownFacts<>();

    KnownUsers(Supplier<SignalzenClient> client) {
        this.client = client;
    }

    void learn(Item<SignalzenUser> item) {
        if (item.isReadable()) {
            users.put(item.value().id(), item.value());
        }
    }

    /** A user; null when it is gone, or cannot be read. */
    SignalzenUser user(String userId) {
        return users.get(userId, () -> client.get().users().get(userId));
    }
}
