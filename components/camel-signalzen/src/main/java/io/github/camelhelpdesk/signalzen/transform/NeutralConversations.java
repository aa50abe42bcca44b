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
package io.github.camelhelpdesk.signalzen.transform;

import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** SignalZen's user as a neutral conversation. */
public final class NeutralConversations {

    private static final String PROVIDER = "signalzen";

    private NeutralConversations() {
    }

    /**
     * The neutral conversation: open, unless it was just closed.
     *
     * @param account the account's identity, or null
     * @param event what happened to it, or null
     */
    public static HelpdeskConversation of(SignalzenUser user, String account, ConversationEventType event) {
        ConversationStatus status = event == ConversationEventType.closed ? ConversationStatus.CLOSED : ConversationStatus.OPEN;
        return new HelpdeskConversation(PROVIDER, account, user.id(), event, status, null, null, NeutralContacts.of(user), null,
                user.changedAt());
    }
}
