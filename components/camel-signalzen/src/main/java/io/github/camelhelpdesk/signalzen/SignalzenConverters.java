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

import org.apache.camel.Converter;
import org.apache.camel.Exchange;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.model.ConversationEventType;
import io.github.camelhelpdesk.common.model.HelpdeskConversation;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.transform.OwnHeader;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;
import io.github.camelhelpdesk.signalzen.transform.NeutralConversations;
import io.github.camelhelpdesk.signalzen.transform.NeutralMessages;

/** Type converter from SignalZen's messages to the neutral one. There is no way back: nothing can be sent. */
@Converter(generateLoader = true)
public final class SignalzenConverters {

    private SignalzenConverters() {
    }

    /** The neutral message; account and customer are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskMessage toNeutral(SignalzenMessage message, Exchange exchange) {
        return NeutralMessages.of(message,
                OwnHeader.account(exchange, SignalzenComponent.SCHEME),
                OwnHeader.of(exchange, SignalzenConstants.USER_ID, message.userId(), SignalzenConstants.USER,
                        SignalzenUser.class));
    }

    /** The neutral conversation; account and event are those that the consumer has left in the headers. */
    @Converter
    public static HelpdeskConversation toNeutral(SignalzenUser user, Exchange exchange) {
        return NeutralConversations.of(user,
                OwnHeader.account(exchange, SignalzenComponent.SCHEME),
                OwnHeader.of(exchange, SignalzenConstants.USER_ID, user.id(), HelpdeskConstants.CONVERSATION_EVENT,
                        ConversationEventType.class));
    }
}
