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
package io.github.camelhelpdesk.chatwoot;

import org.apache.camel.spi.Metadata;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/** Headers of Chatwoot. */
public final class ChatwootConstants extends HelpdeskConstants {

    @Metadata(description = "Number of the conversation (Chatwoot's display id). Set by the consumer; names the conversation for"
            + " a producer when CamelHelpdeskConversationId is not set.", javaType = "Long")
    public static final String CONVERSATION_ID = "CamelChatwootConversationId";
    @Metadata(description = "Id of the message. Set by the consumer; names the message for deleteMessage"
            + " and updateMessageStatus.", javaType = "Long")
    public static final String MESSAGE_ID = "CamelChatwootMessageId";
    @Metadata(label = "consumer", description = "Name of the event, such as message_created. Only with webhook:.", javaType = "String")
    public static final String EVENT = "CamelChatwootEvent";
    @Metadata(description = "Id of the inbox. Set by the consumer; restricts listConversations and names the inbox for"
            + " createConversation.", javaType = "Long")
    public static final String INBOX_ID = "CamelChatwootInboxId";
    @Metadata(label = "consumer", description = "The customer of the conversation.", javaType = "io.github.camelhelpdesk.chatwoot.model.ChatwootContact")
    public static final String CONTACT = "CamelChatwootContact";
    @Metadata(label = "producer", description = "For sendMessage: how a String body is sent: outgoing (from the help desk) or"
            + " incoming (from the customer; API inboxes only).", javaType = "String", defaultValue = "outgoing")
    public static final String MESSAGE_TYPE = "CamelChatwootMessageType";
    @Metadata(label = "producer", description = "For sendMessage: whether a String body is sent as a note that only agents see.", javaType = "Boolean", defaultValue = "false")
    public static final String PRIVATE = "CamelChatwootPrivate";
    @Metadata(label = "producer", description = "For listMessages: only messages with a higher id are listed.", javaType = "Long", defaultValue = "0")
    public static final String AFTER_MESSAGE_ID = "CamelChatwootAfterMessageId";
    @Metadata(label = "producer", description = "For listConversations: only conversations in that state are listed: open, resolved,"
            + " pending, snoozed or all (default). For updateConversationStatus: the new status, any of them but all.", javaType = "String")
    public static final String STATUS = "CamelChatwootStatus";
    @Metadata(label = "producer", description = "For updateConversationStatus with the status snoozed: until when, an Instant or"
            + " ISO-8601 text. Without it until the customer writes again.", javaType = "java.time.Instant")
    public static final String SNOOZED_UNTIL = "CamelChatwootSnoozedUntil";
    @Metadata(label = "producer", description = "For updateMessageStatus: sent, delivered, read or failed.", javaType = "String")
    public static final String MESSAGE_STATUS = "CamelChatwootMessageStatus";
    @Metadata(label = "producer", description = "For updateMessageStatus with the status failed: what agents see as the reason.", javaType = "String")
    public static final String EXTERNAL_ERROR = "CamelChatwootExternalError";
    @Metadata(label = "producer", description = "For assignConversation: id of the agent or agent bot; 0 takes the conversation away"
            + " from whoever has it.", javaType = "Long")
    public static final String ASSIGNEE_ID = "CamelChatwootAssigneeId";
    @Metadata(label = "producer", description = "For assignConversation: whether the assignee is a User or an AgentBot.", javaType = "String", enums = "User,AgentBot", defaultValue = "User")
    public static final String ASSIGNEE_TYPE = "CamelChatwootAssigneeType";
    @Metadata(label = "producer", description = "For assignConversation, instead of an assignee: id of the team; 0 takes the"
            + " conversation away from its team.", javaType = "Long")
    public static final String TEAM_ID = "CamelChatwootTeamId";
    @Metadata(label = "producer", description = "For setLabels: all labels that the conversation shall have, a collection or a text"
            + " with commas between them; an empty one removes all.", javaType = "Object")
    public static final String LABELS = "CamelChatwootLabels";
    @Metadata(label = "producer", description = "For searchContacts: what to search for, a part of a name, e-mail address, phone"
            + " number or identifier. By default the body.", javaType = "String")
    public static final String QUERY = "CamelChatwootQuery";
    @Metadata(label = "producer", description = "For searchContacts: how many contacts are given at most.", javaType = "Integer", defaultValue = "150")
    public static final String LIMIT = "CamelChatwootLimit";
    @Metadata(label = "producer", description = "For createConversation: id of the contact that the conversation is opened for.", javaType = "Long")
    public static final String CONTACT_ID = "CamelChatwootContactId";
    @Metadata(label = "producer", description = "For createConversation and listConversations: source id of the contact's session in the inbox.", javaType = "String")
    public static final String SOURCE_ID = "CamelChatwootSourceId";

    private ChatwootConstants() {
    }
}
