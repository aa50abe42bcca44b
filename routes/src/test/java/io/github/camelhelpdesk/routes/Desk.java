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
package io.github.camelhelpdesk.routes;

import java.util.List;

import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.History;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** What people do at a help desk, whichever it is. */
interface Desk {

    HelpdeskSimulator simulator();

    String open(String customer);

    List<String> conversations();

    /** Gives the id of the message; so do the methods below. */
    String writeAsCustomer(String conversation, String text);

    String writeAsAgent(String conversation, String text);

    String writeNote(String conversation, String text);

    void edit(String conversation, String message, String text);

    void delete(String conversation, String message);

    default History history() {
        return simulator().history();
    }

    /** At a Channel.io. */
    record AtChannelio(ChannelioSimulator simulator) implements Desk {

        @Override
        public String open(String customer) {
            return simulator.openUserChat(customer);
        }

        @Override
        public List<String> conversations() {
            return simulator.userChats().stream().map(chat -> chat.id()).toList();
        }

        @Override
        public String writeAsCustomer(String conversation, String text) {
            return simulator.writeAsCustomer(conversation, text);
        }

        @Override
        public String writeAsAgent(String conversation, String text) {
            return simulator.writeAsManager(conversation, text);
        }

        @Override
        public String writeNote(String conversation, String text) {
            return simulator.writePrivate(conversation, text);
        }

        @Override
        public void edit(String conversation, String message, String text) {
            simulator.editMessage(conversation, message, text);
        }

        @Override
        public void delete(String conversation, String message) {
            simulator.removeMessage(conversation, message);
        }
    }

    /** At a Chatwoot. */
    record AtChatwoot(ChatwootSimulator simulator) implements Desk {

        @Override
        public String open(String customer) {
            return String.valueOf(simulator.openConversation(customer));
        }

        @Override
        public List<String> conversations() {
            return simulator.conversations().stream().map(conversation -> String.valueOf(conversation.id())).toList();
        }

        @Override
        public String writeAsCustomer(String conversation, String text) {
            return String.valueOf(simulator.writeAsCustomer(Long.parseLong(conversation), text));
        }

        @Override
        public String writeAsAgent(String conversation, String text) {
            return String.valueOf(simulator.writeAsAgent(Long.parseLong(conversation), text));
        }

        @Override
        public String writeNote(String conversation, String text) {
            return String.valueOf(simulator.writePrivateNote(Long.parseLong(conversation), text));
        }

        @Override
        public void edit(String conversation, String message, String text) {
            simulator.editMessage(Long.parseLong(conversation), Long.parseLong(message), text);
        }

        @Override
        public void delete(String conversation, String message) {
            simulator.deleteMessage(Long.parseLong(conversation), Long.parseLong(message));
        }
    }
}
