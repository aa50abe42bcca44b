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
package io.github.camelhelpdesk.channelio.transform;

import java.time.Instant;

import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;

/** Channel.io's conversation (userChat) as a neutral one. */
public final class NeutralConversations {

    private static final String PROVIDER = "channelio";

    private NeutralConversations() {
    }

    /**
     * The neutral conversation.
     *
     * @param user its customer, or null
     * @param account the account's identity, or null
     * @param event what happened to it, or null
     */
    public static HelpdeskConversation of(ChannelioUserChat chat, ChannelioUser user, String account,
            ConversationEventType event) {
        return new HelpdeskConversation(PROVIDER, account, chat.id(), event, status(chat), chat.assigneeId(), chat.tags(),
                contact(chat, user), null, chat.updatedAt() == null ? null : Instant.ofEpochMilli(chat.updatedAt()));
    }

    private static Contact contact(ChannelioUserChat chat, ChannelioUser user) {
        if (user != null) {
            return new Contact(user.id(), user.memberId(), user.name(), user.email(), user.mobileNumber());
        }
        return chat.userId() == null ? null : new Contact(chat.userId(), null, chat.name(), null, null);
    }

    /** Whether it is open: all but closed ones are, snoozed and missed ones too; null when it does not say. */
    public static ConversationStatus status(ChannelioUserChat chat) {
        if (chat.state() == null) {
            return null;
        }
        return "closed".equalsIgnoreCase(chat.state()) ? ConversationStatus.CLOSED : ConversationStatus.OPEN;
    }
}
