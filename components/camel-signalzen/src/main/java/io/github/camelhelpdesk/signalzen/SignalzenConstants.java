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
package io.github.camelhelpdesk.signalzen;

import org.apache.camel.spi.Metadata;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/** Headers of SignalZen. */
public final class SignalzenConstants extends HelpdeskConstants {

    @Metadata(description = "Id of the user, who is the conversation. From the consumer: the one that the message is of. For a"
            + " producer: the one to read; CamelHelpdeskConversationId wins over it.", javaType = "String")
    public static final String USER_ID = "CamelSignalzenUserId";
    @Metadata(description = "Id of the message. From the consumer: the one in the body. For getMessage: the one to read.", javaType = "String")
    public static final String MESSAGE_ID = "CamelSignalzenMessageId";
    @Metadata(label = "consumer", description = "The visitor, as far as known.", javaType = "io.github.camelhelpdesk.signalzen.model.SignalzenUser")
    public static final String USER = "CamelSignalzenUser";
    @Metadata(label = "producer", description = "Most items that a list operation gives, 1 to 100000.", javaType = "Integer", defaultValue = "1000")
    public static final String LIMIT = "CamelSignalzenLimit";
    @Metadata(label = "consumer", description = "Kind of the event, such as message.created or user.closed. Only with webhook:.", javaType = "String")
    public static final String EVENT_TYPE = "CamelSignalzenEventType";

    private SignalzenConstants() {
    }
}
