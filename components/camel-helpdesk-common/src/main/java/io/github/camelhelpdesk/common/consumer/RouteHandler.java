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
package io.github.camelhelpdesk.common.consumer;

import java.util.HashMap;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.common.HelpdeskConstants;

/** Makes an exchange of a message, gives it to the route and waits for its end. */
final class RouteHandler implements ConversationReading.Handler {

    private final AccountConsumer consumer;
    private final String account;
    private final String what;

    /**
     * @param consumer the consumer
     * @param account the account's identity
     * @param what what a message is, in log messages
     */
    RouteHandler(AccountConsumer consumer, String account, String what) {
        this.consumer = consumer;
        this.account = account;
        this.what = what;
    }

    @Override
    public boolean handle(String conversation, SourceMessage message, boolean wasHandled, boolean isAgain)
            throws InterruptedException {
        ExchangeCompletion completion = new ExchangeCompletion();
        Exchange exchange = exchange(conversation, message);
        if (wasHandled) {
            exchange.getIn().setHeader(HelpdeskConstants.UPDATED, true);
        }
        if (isAgain) {
            exchange.getIn().setHeader(HelpdeskConstants.REREAD, true);
        }
        completion.follow(exchange);
        consumer.getAsyncProcessor().process(exchange, doneSync -> completion.routed());
        boolean success = completion.await();
        if (completion.failure() != null) {
            consumer.getExceptionHandler().handleException(what + " " + message.id() + " of conversation " + conversation
                    + " was not processed and is tried again", completion.failure());
        }
        return success;
    }

    private Exchange exchange(String conversation, SourceMessage message) {
        Exchange exchange = consumer.createExchange(true);
        exchange.getIn().setBody(message.body());
        exchange.getIn().setHeaders(new HashMap<>(message.headers()));
        exchange.getIn().setHeader(HelpdeskConstants.PROVIDER, consumer.getEndpoint().getComponent().getDefaultName());
        exchange.getIn().setHeader(HelpdeskConstants.ACCOUNT, account);
        if (message.unreadable() != null) {
            exchange.getIn().setHeader(HelpdeskConstants.UNREADABLE, message.unreadable());
            // Its body cannot tell which message it is. Of readable ones the body does, and these headers name targets.
            exchange.getIn().setHeader(HelpdeskConstants.CONVERSATION_ID, conversation);
            exchange.getIn().setHeader(HelpdeskConstants.MESSAGE_ID, message.id());
        }
        return exchange;
    }
}
