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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.util.Locale;

import io.github.camelhelpdesk.testkit.Author;

/** The four message types; the position is the code on the wire (chatwoot.md, section 8). */
public enum ChatwootMessageType {
    INCOMING,
    OUTGOING,
    ACTIVITY,
    TEMPLATE;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Author author(Sender sender) {
        return switch (this) {
            case INCOMING -> Author.CUSTOMER;
            case OUTGOING -> sender instanceof AgentBot ? Author.BOT : Author.AGENT;
            case TEMPLATE -> Author.BOT;
            case ACTIVITY -> Author.SYSTEM;
        };
    }
}
