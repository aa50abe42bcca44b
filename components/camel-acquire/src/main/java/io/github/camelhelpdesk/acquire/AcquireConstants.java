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
package io.github.camelhelpdesk.acquire;

import org.apache.camel.spi.Metadata;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/** Headers of Acquire. */
public final class AcquireConstants extends HelpdeskConstants {

    @Metadata(description = "Id of the thread, the conversation: a chain of cases that bears the id of its first one. From the"
            + " consumer: the one that the message is in. For a producer: the one to work on; CamelHelpdeskConversationId wins over"
            + " it.", javaType = "String")
    public static final String THREAD_ID = "CamelAcquireThreadId";
    @Metadata(description = "Id of the case, one episode of a thread. From the consumer: the one that the message is in. For a"
            + " producer: the one to work on; without it the newest open case of the thread.", javaType = "String")
    public static final String CASE_ID = "CamelAcquireCaseId";
    @Metadata(description = "Id of the contact. From the consumer: the customer of the conversation. For a producer: whose cases to"
            + " list, whom to open a case for, which contact to get.", javaType = "String")
    public static final String CONTACT_ID = "CamelAcquireContactId";
    @Metadata(description = "Id of the message (of mails and SMS: the caseMessageId). From the consumer: the one in the body. For"
            + " a producer: the one to work on.", javaType = "String")
    public static final String MESSAGE_ID = "CamelAcquireMessageId";
    @Metadata(description = "From the consumer: what the message is, as Acquire says it: message, note, event, sms. For a"
            + " producer: what to send, message or note.", javaType = "String", defaultValue = "message")
    public static final String TYPE = "CamelAcquireType";
    @Metadata(description = "Channel of the case: chat, mail, sms and others. From the consumer: the message's. For createCase: the"
            + " one to open.", javaType = "String")
    public static final String CHANNEL = "CamelAcquireChannel";
    @Metadata(description = "State of a case. For listCases: which ones to list (pending, queue, active, closed), by default all."
            + " With webhook: the state that the event tells of.", javaType = "String")
    public static final String STATUS = "CamelAcquireStatus";
    @Metadata(label = "producer", description = "Who speaks, for sendChat: user for an agent, contact for the customer.", javaType = "String")
    public static final String USER_TYPE = "CamelAcquireUserType";
    @Metadata(label = "producer", description = "Most items that a list operation gives, 1 to 100000.", javaType = "Integer", defaultValue = "1000")
    public static final String LIMIT = "CamelAcquireLimit";
    @Metadata(label = "producer", description = "Filters of listCases and listContacts, each a column, an expression and a value with"
            + " bars between them as Acquire has them, with commas between several. Acquire documents the expression eq only.", javaType = "String")
    public static final String WHERE = "CamelAcquireWhere";
    @Metadata(label = "producer", description = "Text by which listContacts searches: a name, mail address or phone number, or a part"
            + " of one.", javaType = "String")
    public static final String SEARCH = "CamelAcquireSearch";
    @Metadata(label = "consumer", description = "Name of the event, such as case:status. Only with webhook:.", javaType = "String")
    public static final String EVENT = "CamelAcquireEvent";
    @Metadata(label = "consumer", description = "The customer of the conversation, as far as known.", javaType = "io.github.camelhelpdesk.acquire.model.AcquireContact")
    public static final String CONTACT = "CamelAcquireContact";
    @Metadata(label = "consumer", description = "Who wrote the message, with name where known.", javaType = "io.github.camelhelpdesk.common.model.Author")
    public static final String AUTHOR = "CamelAcquireAuthor";

    private AcquireConstants() {
    }
}
