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
package io.github.camelhelpdesk.sync.view;

import java.util.List;
import java.util.Optional;

/**
 * Read access to the conversations of a link, with what people wrote: only for people who may read both sides. Safe to call
 * from any thread.
 */
public interface ConversationView {

    /**
     * The conversations of a link, those with the newest message first.
     *
     * @param link the link's name
     * @param limit 1 to 200; larger values are cut to 200
     * @param search part of a contact's name or of a conversation id, upper and lower case being equal; null or empty for all.
     *        Looks through the newest 10,000 conversations of each direction
     */
    List<ConversationSummary> conversations(String link, int limit, String search);

    /**
     * One conversation with the messages of both sides.
     *
     * @param link the link's name
     * @param side component name of the side that the id belongs to
     * @param conversationId conversation id on that side
     * @param limit how many of the newest messages, 1 to 1000; larger values are cut to 1000
     * @return empty when the ledger knows no such conversation
     */
    Optional<ConversationHistory> conversation(String link, String side, String conversationId, int limit);
}
