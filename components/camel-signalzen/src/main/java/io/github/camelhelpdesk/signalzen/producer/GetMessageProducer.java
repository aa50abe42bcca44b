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
package io.github.camelhelpdesk.signalzen.producer;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.signalzen.SignalzenConstants;
import io.github.camelhelpdesk.signalzen.SignalzenEndpoint;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;

/** One message of a user. */
final class GetMessageProducer extends SignalzenProducer {

    GetMessageProducer(SignalzenEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String userId = userId(exchange);
        String messageId = ownHeader(exchange, SignalzenConstants.MESSAGE_ID, String.class);
        if (messageId == null || messageId.isBlank()) {
            throw new IllegalArgumentException("No message to read: set the header " + SignalzenConstants.MESSAGE_ID);
        }
        SignalzenMessage message = client().messages().get(userId, messageId);
        exchange.getMessage().setHeader(SignalzenConstants.USER_ID, userId);
        exchange.getMessage().setHeader(SignalzenConstants.MESSAGE_ID, message.id());
        return message;
    }
}
