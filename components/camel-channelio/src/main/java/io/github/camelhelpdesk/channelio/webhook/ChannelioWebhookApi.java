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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.channelio.model.ChannelioWebhook;
import io.github.camelhelpdesk.channelio.model.ChannelioWebhookRequest;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.webhook.RegisteredWebhook;
import io.github.camelhelpdesk.common.webhook.WebhookApi;

/** Channel.io's list of webhooks: at most 10 per channel, each with a name of its own (ch-proto-public, webhook.proto). */
final class ChannelioWebhookApi implements WebhookApi {

    private static final String VERSION = "v5";

    private final ChannelioClient client;

    ChannelioWebhookApi(ChannelioClient client) {
        this.client = client;
    }

    @Override
    public List<RegisteredWebhook> list() {
        return client.webhooks().list().stream().map(ChannelioWebhookApi::registered).toList();
    }

    @Override
    public RegisteredWebhook create(String url, Set<String> events) {
        try {
            return registered(client.webhooks().create(request(url, events)));
        } catch (HelpdeskException e) {
            if (e.statusCode() != 422) {
                throw e;
            }
            throw new HelpdeskException(e.getMessage() + " A channel has at most 10 webhooks, and names are given once: remove"
                    + " those that are not used any more in the channel's settings.", e.outcome(), e.statusCode(), null,
                    e.concernsAccount(), e);
        }
    }

    @Override
    public RegisteredWebhook update(RegisteredWebhook webhook, Set<String> events) {
        return registered(client.webhooks().update(webhook.id(), request(webhook.url(), events)));
    }

    @Override
    public void delete(String id) {
        client.webhooks().delete(id);
    }

    /** The name follows from the address, so that two processes that register the same one at once do not both succeed. */
    private static ChannelioWebhookRequest request(String url, Set<String> events) {
        String suffix = UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
        return new ChannelioWebhookRequest("camel-" + suffix, url, events, VERSION);
    }

    private static RegisteredWebhook registered(ChannelioWebhook webhook) {
        return new RegisteredWebhook(webhook.id(), webhook.url(), Set.copyOf(webhook.scopes()), webhook.token());
    }
}
