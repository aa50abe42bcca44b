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
package io.github.camelhelpdesk.chatwoot.webhook;

import java.time.Clock;
import java.util.Optional;

import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;
import io.github.camelhelpdesk.chatwoot.ChatwootOperation;
import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.HelpdeskWebhooks;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.TokenVerification;
import io.github.camelhelpdesk.common.webhook.WebhookApi;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;

/** Webhooks of Chatwoot: signed since v4.11.2 (of API inboxes since v4.13.0); with a secret in their address before. */
public final class ChatwootWebhooks extends HelpdeskWebhooks {

    private final ChatwootEndpoint endpoint;
    private final SignatureVerification signature = new SignatureVerification(Clock.systemUTC());
    private final TokenVerification token = new TokenVerification();

    /** @param endpoint the endpoint that reads */
    public ChatwootWebhooks(ChatwootEndpoint endpoint) {
        super(endpoint, new ChatwootEvents(endpoint.getConfiguration().getAccountId(),
                endpoint.getConfiguration().getInboxId(), endpoint.getConversationId(),
                endpoint.getOperation() == ChatwootOperation.messages));
        this.endpoint = endpoint;
    }

    @Override
    public Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets) {
        return signature.verify(request, secrets).or(() -> token.verify(request, secrets));
    }

    @Override
    public String whereTheSecretIs() {
        return "Chatwoot shows the secret of a webhook to administrators, in its settings under Integrations, Webhooks."
                + " For a server older than v4.11.2 choose a long random text, and put ?token= and that text at the end"
                + " of the webhook's address.";
    }

    @Override
    public WebhookApi api() {
        return new ChatwootWebhookApi(endpoint.client(), endpoint.account());
    }
}
