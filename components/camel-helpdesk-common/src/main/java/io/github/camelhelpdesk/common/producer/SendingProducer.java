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

import java.time.Instant;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import io.github.camelhelpdesk.common.CannotTellException;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.NotFoundYetException;

/**
 * Sends a message; one that is in doubt is looked for first.
 *
 * @param <R> the provider's own request
 */
public abstract class SendingProducer<R> extends HelpdeskProducer {

    protected SendingProducer(HelpdeskEndpoint endpoint) {
        super(endpoint);
    }

    /** The conversation to write into. */
    protected abstract String conversation(Exchange exchange);

    /**
     * What to send, made of the body; with the marker when there is one.
     *
     * @param marker the marker, or null
     */
    protected abstract R request(Exchange exchange, String marker);

    /** Sends it. */
    protected abstract SentMessage send(String conversationId, R request, Exchange exchange);

    /**
     * Looks for a message by its marker.
     *
     * @param conversationId the conversation
     * @param request what would be sent
     * @param marker the marker, or null
     * @param afterId how far back to read, or null for the whole conversation
     */
    protected abstract LookUp lookUp(String conversationId, R request, String marker, String afterId);

    @Override
    protected Object call(Exchange exchange) {
        Message in = exchange.getMessage();
        String conversationId = conversation(exchange);
        String marker = in.getHeader(HelpdeskConstants.MARKER, String.class);
        R request = request(exchange, marker);
        SentMessage sent = in.getHeader(HelpdeskConstants.IN_DOUBT, false, Boolean.class)
                ? find(exchange, conversationId, request, marker)
                : null;
        if (sent == null) {
            sent = send(conversationId, request, exchange);
        }
        Object id = sent.ids().size() == 1 ? sent.ids().get(0) : sent.ids();
        in.setHeader(HelpdeskConstants.MESSAGE_ID, id);
        in.setHeader(HelpdeskConstants.CONVERSATION_ID, conversationId);
        // A property as well: later steps of a route often remove headers, and the sync needs the id.
        exchange.setProperty(HelpdeskConstants.MESSAGE_ID, id);
        return sent.body();
    }

    private SentMessage find(Exchange exchange, String conversationId, R request, String marker) {
        Instant begin = Instant.now();
        Instant countsFrom = exchange.getMessage().getHeader(HelpdeskConstants.NOT_FOUND_FROM, Instant.class);
        String afterId = exchange.getMessage().getHeader(HelpdeskConstants.AFTER_ID, String.class);
        LookUp result = lookUp(conversationId, request, marker, afterId);
        if (result instanceof LookUp.Found found) {
            return found.message();
        }
        if (result instanceof LookUp.CannotTell unknown) {
            throw new CannotTellException("Cannot tell whether the message was written to conversation " + conversationId
                    + " before: " + unknown.reason());
        }
        if (countsFrom != null && begin.isBefore(countsFrom)) {
            throw new NotFoundYetException("The message is not in conversation " + conversationId
                    + ", but an earlier attempt may still land", countsFrom);
        }
        return null;
    }
}
