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
package io.github.camelhelpdesk.application;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.HistoryEntry.Origin;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/**
 * What people do at one of the two simulated desks.
 *
 * @param open opens a conversation for a customer of that name and gives its id
 * @param asCustomer writes into a conversation what its customer writes
 * @param asAgent writes into a conversation what an agent writes
 * @param history what was written at the desk
 */
record DemoDesk(UnaryOperator<String> open, BiFunction<String, String, Object> asCustomer,
        BiFunction<String, String, Object> asAgent, History history) {

    static DemoDesk of(ChannelioSimulator channelio) {
        return new DemoDesk(channelio::openUserChat, channelio::writeAsCustomer, channelio::writeAsManager,
                channelio.history());
    }

    static DemoDesk of(ChatwootSimulator chatwoot) {
        return new DemoDesk(name -> String.valueOf(chatwoot.openConversation(name)),
                (conversation, text) -> chatwoot.writeAsCustomer(Long.parseLong(conversation), text),
                (conversation, text) -> chatwoot.writeAsAgent(Long.parseLong(conversation), text), chatwoot.history());
    }

    /** The conversation in which a copy of a text has arrived, leaving out those that others talk in. */
    Optional<String> conversationWith(String text, Set<String> taken) {
        return history.entries().stream().filter(entry -> isCopyOf(text, entry)).map(HistoryEntry::conversation)
                .filter(conversation -> !taken.contains(conversation)).findFirst();
    }

    boolean hasArrived(String conversation, String text) {
        return history.entries(conversation).stream().anyMatch(entry -> isCopyOf(text, entry));
    }

    private static boolean isCopyOf(String text, HistoryEntry entry) {
        return entry.origin() == Origin.API && entry.text() != null && entry.text().contains(text);
    }
}
