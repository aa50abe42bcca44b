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
package io.github.camelhelpdesk.signalzen.webhook;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.HelpdeskWebhooks;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.WakeUp;
import io.github.camelhelpdesk.common.webhook.WebhookApi;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;
import io.github.camelhelpdesk.signalzen.SignalzenEndpoint;
import io.github.camelhelpdesk.signalzen.SignalzenOperation;

/** Webhooks of SignalZen, which are made on its console: signed, and challenged once when their address is set. */
public final class SignalzenWebhooks extends HelpdeskWebhooks {

    private final SignalzenEndpoint endpoint;
    private final SignalzenEvents events;
    private final SignatureVerification signature = new SignatureVerification();

    /** @param endpoint the endpoint that reads */
    public SignalzenWebhooks(SignalzenEndpoint endpoint) {
        this(endpoint, new SignalzenEvents(endpoint.getUserId()));
    }

    private SignalzenWebhooks(SignalzenEndpoint endpoint, SignalzenEvents events) {
        super(endpoint, events);
        this.endpoint = endpoint;
        this.events = events;
    }

    @Override
    public Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets) {
        return signature.verify(request, secrets);
    }

    @Override
    public Optional<WakeUp> wakeUp(JsonNode event) {
        if (endpoint.getOperation() != SignalzenOperation.conversations) {
            return events.wakeUp(event);
        }
        Optional<WakeUp> wakeUp = events.conversation(event);
        if (events.isClosing(event)) {
            // The API does not show it: what the webhook says is all there is.
            wakeUp.ifPresent(woken -> endpoint.closings().add(woken.conversationId(), SignalzenEvents.time(event)));
        }
        return wakeUp;
    }

    @Override
    public String whereTheSecretIs() {
        return "SignalZen signs webhooks with the API Secret Key, which its console shows on the page Integration.";
    }

    @Override
    public WebhookApi api() {
        throw new UnsupportedOperationException("SignalZen's API cannot register webhooks");
    }
}
