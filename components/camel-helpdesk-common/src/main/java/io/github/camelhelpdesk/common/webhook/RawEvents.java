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
package io.github.camelhelpdesk.common.webhook;

import java.io.IOException;
import java.util.Map;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Hands verified events to a route as they are, and answers when the route has ended: 200, or 500 when it failed. */
final class RawEvents extends DelegateAsyncProcessor {

    private final WebhookGate gate;
    private final ProviderWebhooks provider;

    RawEvents(Processor route, WebhookGate gate, ProviderWebhooks provider) {
        super(route);
        this.gate = gate;
        this.provider = provider;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Admission admission;
        try {
            admission = gate.admit(exchange);
        } catch (IOException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        if (admission.event() == null) {
            HttpReply.write(exchange, admission);
            callback.done(true);
            return true;
        }
        exchange.setMessage(message(exchange, admission));
        // Nobody wants an answer of the route: with one to wait for, a seda in it would hold the request.
        exchange.setPattern(ExchangePattern.InOnly);
        return super.process(exchange, doneSync -> {
            answer(exchange, admission);
            callback.done(doneSync);
        });
    }

    /** A message of its own: the request's headers hold the token and the signature. */
    private DefaultMessage message(Exchange exchange, Admission admission) {
        DefaultMessage message = new DefaultMessage(exchange.getContext());
        message.setBody(admission.event());
        for (Map.Entry<String, Object> header : provider.headers(admission.event()).entrySet()) {
            if (header.getValue() != null) {
                message.setHeader(header.getKey(), header.getValue());
            }
        }
        return message;
    }

    private void answer(Exchange exchange, Admission admission) {
        if (exchange.isFailed()) {
            gate.forget(admission.delivery());
        }
        exchange.setPattern(ExchangePattern.InOut);
        HttpReply.write(exchange, exchange.isFailed() ? 500 : 200);
    }
}
