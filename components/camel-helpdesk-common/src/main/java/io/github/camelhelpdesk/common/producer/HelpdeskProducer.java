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
package io.github.camelhelpdesk.common.producer;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;

/** One operation of one endpoint: the answer of the provider becomes the body. */
public abstract class HelpdeskProducer extends DefaultProducer {

    protected HelpdeskProducer(HelpdeskEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public HelpdeskEndpoint getEndpoint() {
        return (HelpdeskEndpoint) super.getEndpoint();
    }

    /** Makes the call and gives the new body. */
    protected abstract Object call(Exchange exchange) throws Exception;

    @Override
    public void process(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(call(exchange));
    }

    /** The value of a header, or of the endpoint's option when there is no such header. */
    protected static <T> T headerOrOption(Exchange exchange, String header, T option, Class<T> type) {
        T value = exchange.getMessage().getHeader(header, type);
        return value == null ? option : value;
    }

    /**
     * The conversation to work on: {@code CamelHelpdeskConversationId}, else the provider's own header, else the option, else
     * the
     * conversation of the neutral message in the body. Ids that came with a message of another account do not count.
     *
     * @param ownHeader the provider's own header
     * @param option value of the endpoint's option, or null
     * @param optionName name of the option, for messages
     * @throws IllegalArgumentException when none is given; says how to give one
     */
    protected final String conversation(Exchange exchange, String ownHeader, String option, String optionName) {
        Message message = exchange.getMessage();
        // With an unreadable message it says where that came from, which on another account is somebody else's conversation.
        String id = message.getHeader(HelpdeskConstants.UNREADABLE) == null
                ? message.getHeader(HelpdeskConstants.CONVERSATION_ID, String.class)
                : ownHeader(exchange, HelpdeskConstants.CONVERSATION_ID, String.class);
        if (id == null) {
            id = ownHeader(exchange, ownHeader, String.class);
        }
        if (id == null) {
            id = option;
        }
        if (id == null && message.getBody() instanceof HelpdeskMessage neutral && neutral.provider() != null
                && isOwn(neutral.provider(), neutral.account())) {
            id = neutral.conversationId();
        }
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("No conversation to work on: set the header " + HelpdeskConstants.CONVERSATION_ID
                    + " or " + ownHeader + ", or the option " + optionName);
        }
        return id;
    }

    /** A header of the provider's own; null when it came with a message of another account. */
    protected final <T> T ownHeader(Exchange exchange, String header, Class<T> type) {
        Message message = exchange.getMessage();
        return isOwn(message.getHeader(HelpdeskConstants.PROVIDER, String.class),
                message.getHeader(HelpdeskConstants.ACCOUNT, String.class)) ? message.getHeader(header, type) : null;
    }

    private boolean isOwn(String provider, String account) {
        String ownProvider = getEndpoint().getComponent().getDefaultName();
        return provider == null || provider.equals(ownProvider) && (account == null || account.equals(account()));
    }

    /** The account that this producer works in. */
    protected final String account() {
        return getEndpoint().account();
    }
}
