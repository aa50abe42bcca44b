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
package io.github.camelhelpdesk.channelio.webhook;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.HelpdeskWebhooks;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.TokenVerification;
import io.github.camelhelpdesk.common.webhook.WebhookApi;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;

/** Webhooks of Channel.io: a token in their address is all that proves where they come from (page "Getting started"). */
public final class ChannelioWebhooks extends HelpdeskWebhooks {

    private final ChannelioEndpoint endpoint;
    private final TokenVerification token = new TokenVerification();

    /** @param endpoint the endpoint that reads */
    public ChannelioWebhooks(ChannelioEndpoint endpoint) {
        super(endpoint, new ChannelioEvents(endpoint.getUserChatId()));
        this.endpoint = endpoint;
    }

    @Override
    public Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets) {
        return token.verify(request, secrets);
    }

    /** The channel's id is in the event: asking for it would make the answer wait. */
    @Override
    protected String account(JsonNode event) {
        String name = endpoint.getConfiguration().getAccountName();
        return name == null ? event.path("entity").path("channelId").asText(null) : name;
    }

    @Override
    public String whereTheSecretIs() {
        return "Channel.io shows the token of a webhook in the channel's settings under Webhook; it calls the webhook with"
                + " ?token= and that token.";
    }

    @Override
    public WebhookApi api() {
        return new ChannelioWebhookApi(endpoint.client());
    }
}
