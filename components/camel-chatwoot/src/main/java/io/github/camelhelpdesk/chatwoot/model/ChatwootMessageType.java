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
package io.github.camelhelpdesk.chatwoot.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of message it is; a number in lists, a word in webhooks and requests (app/models/message.rb). */
public enum ChatwootMessageType {
    /** From the customer. */
    incoming,
    /** From the help desk, notes included. */
    outgoing,
    /** Written by Chatwoot about the conversation, such as who was assigned. */
    activity,
    /** Chatwoot's automatic texts: greeting, out of office, survey. */
    template;

    /** Reads the number or the word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatwootMessageType of(Object value) {
        String text = String.valueOf(value);
        for (ChatwootMessageType type : values()) {
            if (text.equals(type.name()) || text.equals(String.valueOf(type.ordinal()))) {
                return type;
            }
        }
        throw new IllegalArgumentException("not one of 0 incoming, 1 outgoing, 2 activity, 3 template");
    }

    /** The word. */
    @JsonValue
    public String word() {
        return name();
    }
}
