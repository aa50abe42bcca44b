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
package io.github.camelhelpdesk.chatwoot.transform;

import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.common.ConversationStatus;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;

/** Chatwoot's conversation as a neutral one. */
public final class NeutralConversations {

    private static final String PROVIDER = "chatwoot";
    private static final String BOT = "AgentBot";

    private NeutralConversations() {
    }

    /**
     * The neutral conversation.
     *
     * @param account the account's identity, or null
     * @param event what happened to it, or null
     */
    public static HelpdeskConversation of(ChatwootConversation conversation, String account, ConversationEventType event) {
        ChatwootContact contact = conversation.meta() == null ? null : conversation.meta().sender();
        return new HelpdeskConversation(PROVIDER, account, text(conversation.id()), event, status(conversation),
                assigneeId(conversation), conversation.labels(),
                contact == null ? null
                        : new Contact(text(contact.id()), contact.identifier(), contact.name(), contact.email(),
                                contact.phoneNumber()),
                text(conversation.additionalAttributes().get("mail_subject")), conversation.updatedAt());
    }

    /** Whether it is open: pending and snoozed ones are; null when it does not say. */
    public static ConversationStatus status(ChatwootConversation conversation) {
        if (conversation.status() == null) {
            return null;
        }
        return "resolved".equals(conversation.status()) ? ConversationStatus.CLOSED : ConversationStatus.OPEN;
    }

    /** Whom it is assigned to, agent bots with their type as their ids are counted on their own; null for nobody. */
    public static String assigneeId(ChatwootConversation conversation) {
        if (conversation.meta() == null || conversation.meta().assignee() == null) {
            return null;
        }
        String id = text(conversation.meta().assignee().id());
        return id != null && BOT.equals(conversation.meta().assigneeType()) ? BOT + "/" + id : id;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
