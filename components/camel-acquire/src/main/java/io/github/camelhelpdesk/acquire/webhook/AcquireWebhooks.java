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
package io.github.camelhelpdesk.acquire.webhook;

import java.util.Optional;

import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.HelpdeskWebhooks;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.TokenVerification;
import io.github.camelhelpdesk.common.webhook.WebhookApi;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;

/**
 * Webhooks of Acquire's current generation: signed with a key, or with a secret in their address where a proxy changes the
 * body.
 */
public final class AcquireWebhooks extends HelpdeskWebhooks {

    private final AcquireEndpoint endpoint;
    private final HmacVerification signature = new HmacVerification();
    private final TokenVerification token = new TokenVerification();

    /** @param endpoint the endpoint that reads */
    public AcquireWebhooks(AcquireEndpoint endpoint) {
        super(endpoint, new AcquireEvents(endpoint.getContactId()));
        this.endpoint = endpoint;
    }

    @Override
    public Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets) {
        return signature.verify(request, secrets).or(() -> token.verify(request, secrets));
    }

    @Override
    public String whereTheSecretIs() {
        return "It is the HMAC key of the webhook, which whoever enters the webhook in Acquire's settings under Webhooks chooses"
                + " there.";
    }

    @Override
    public WebhookApi api() {
        String tokens = endpoint.getConfiguration().getWebhookVerifyToken();
        String first = tokens == null ? "" : tokens.split(",", 2)[0].strip();
        return new AcquireWebhookApi(endpoint.client(), first.isEmpty() ? null : first);
    }
}
