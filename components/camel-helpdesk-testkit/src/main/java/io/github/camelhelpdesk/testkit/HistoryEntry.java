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
package io.github.camelhelpdesk.testkit;

import java.time.Instant;

/**
 * One change to one message, or the end of a conversation.
 *
 * @param sequence position in the history, from 1; the order in which changes became visible
 * @param kind what happened
 * @param origin whether the test wrote it directly, as people at the provider would, or somebody through the API
 * @param conversation the provider's id of the conversation
 * @param message the provider's id of the message; null when a whole conversation went
 * @param author who the provider says wrote the message, not who changed it
 * @param isPrivate true for notes that a customer never sees
 * @param text as stored by the provider after the change; null for a message that is only files, and where a deletion left
 *        nothing
 * @param createdAt the message's own time, which a back-dated message has in the past; an edit does not move it
 */
public record HistoryEntry(long sequence, Kind kind, Origin origin, String conversation, String message, Author author,
        boolean isPrivate, String text, Instant createdAt) {

    /** What happened to the message. */
    public enum Kind {
        WRITTEN,
        /** It has another text from now on. */
        EDITED,
        /** The message stays where it is, without what it said. */
        DELETED,
        /** The whole conversation is gone with all its messages, and not found any more. */
        CONVERSATION_DELETED
    }

    /** Where the change came from. */
    public enum Origin {
        /** The test's own methods: people at the provider. */
        TEST,
        /** A request: whatever is under test. */
        API
    }
}
