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
package io.github.camelhelpdesk.common.consumer;

import java.util.List;

/** Lists, a part with each poll, the conversations that are to be read again. Used by one thread at a time. */
final class RereadListing {

    private final MessageSource source;
    private final String conversationId;
    private final AccountProgress progress;
    private RereadOrder order;
    private ConversationList list;

    /**
     * @param source reads the provider
     * @param conversationId the one conversation that is read, or null for the account
     * @param progress takes in what is found
     */
    RereadListing(MessageSource source, String conversationId, AccountProgress progress) {
        this.source = source;
        this.conversationId = conversationId;
        this.progress = progress;
    }

    /** Goes on if there is something to list; true when there was. */
    boolean goOn() {
        Reread reread = progress.reread();
        if (reread == null || reread.isListed()) {
            return false;
        }
        if (list == null || !reread.order().equals(order)) {
            order = reread.order();
            list = conversationId == null ? source.conversations(order.from()) : null;
        }
        List<String> found = list == null ? List.of(conversationId) : list.next();
        progress.listed(order, found == null ? List.of() : found, found == null || list == null);
        return true;
    }
}
