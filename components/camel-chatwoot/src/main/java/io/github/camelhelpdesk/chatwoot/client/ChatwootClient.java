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
package io.github.camelhelpdesk.chatwoot.client;

import io.github.camelhelpdesk.common.http.Transport;

/**
 * The calls of Chatwoot's REST API that this component makes, for one account, by resource. All of them throw
 * {@link io.github.camelhelpdesk.common.HelpdeskException}. Checked against the source of chatwoot/chatwoot v4.15.1.
 */
public final class ChatwootClient {

    /** Path of the API below {@code baseUrl}. */
    public static final String PATH = "/api/v1";

    private final ProfileCalls profile;
    private final InboxCalls inboxes;
    private final ConversationCalls conversations;
    private final AssignmentCalls assignments;
    private final MessageCalls messages;
    private final ContactCalls contacts;
    private final ContactInboxCalls contactInboxes;
    private final WebhookCalls webhooks;

    /**
     * @param transport makes the calls; its base ends in {@link #PATH}
     * @param accountId number of the account
     */
    public ChatwootClient(Transport transport, long accountId) {
        ChatwootCalls calls = new ChatwootCalls(transport, accountId);
        profile = new ProfileCalls(calls, accountId);
        inboxes = new InboxCalls(calls);
        conversations = new ConversationCalls(calls);
        assignments = new AssignmentCalls(calls);
        messages = new MessageCalls(calls);
        contacts = new ContactCalls(calls);
        contactInboxes = new ContactInboxCalls(calls);
        webhooks = new WebhookCalls(calls);
    }

    /** The owner of the token. */
    public ProfileCalls profile() {
        return profile;
    }

    /** Inboxes of the account. */
    public InboxCalls inboxes() {
        return inboxes;
    }

    /** Conversations, with their status and labels. */
    public ConversationCalls conversations() {
        return conversations;
    }

    /** Who takes care of a conversation. */
    public AssignmentCalls assignments() {
        return assignments;
    }

    /** What was written in the conversations. */
    public MessageCalls messages() {
        return messages;
    }

    /** Customers. */
    public ContactCalls contacts() {
        return contacts;
    }

    /** Sessions of contacts in inboxes. */
    public ContactInboxCalls contactInboxes() {
        return contactInboxes;
    }

    /** Webhooks of the account; administrators only. */
    public WebhookCalls webhooks() {
        return webhooks;
    }
}
