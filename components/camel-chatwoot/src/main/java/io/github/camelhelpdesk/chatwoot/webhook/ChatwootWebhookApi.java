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

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.camelhelpdesk.chatwoot.client.ChatwootClient;
import io.github.camelhelpdesk.chatwoot.model.ChatwootWebhook;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.webhook.RegisteredWebhook;
import io.github.camelhelpdesk.common.webhook.WebhookApi;

/** Chatwoot's list of webhooks, which only administrators may see and change. */
final class ChatwootWebhookApi implements WebhookApi {

    private final ChatwootClient client;
    private final String account;

    /**
     * @param client makes the calls
     * @param account the account's identity, for messages
     */
    ChatwootWebhookApi(ChatwootClient client, String account) {
        this.client = client;
        this.account = account;
    }

    @Override
    public List<RegisteredWebhook> list() {
        return asAdministrator(client.webhooks()::list).stream().map(ChatwootWebhookApi::registered).toList();
    }

    @Override
    public RegisteredWebhook create(String url, Set<String> events) {
        return asAdministrator(() -> registered(client.webhooks().create(url, events)));
    }

    @Override
    public RegisteredWebhook update(RegisteredWebhook webhook, Set<String> events) {
        return asAdministrator(() -> registered(client.webhooks().update(webhook.id(), webhook.url(), events)));
    }

    @Override
    public void delete(String id) {
        client.webhooks().delete(id);
    }

    private static RegisteredWebhook registered(ChatwootWebhook webhook) {
        return new RegisteredWebhook(String.valueOf(webhook.id()), webhook.url(), Set.copyOf(webhook.subscriptions()),
                webhook.secret());
    }

    private <T> T asAdministrator(Supplier<T> call) {
        try {
            return call.get();
        } catch (HelpdeskException e) {
            if (e.statusCode() != 401) {
                throw e;
            }
            throw new HelpdeskException("Webhooks of chatwoot account " + account + " are registered by administrators only,"
                    + " and the accessToken is no administrator's. Use another, or enter the webhook in Chatwoot's settings"
                    + " and set webhookAutoRegister=false. (" + e.getMessage() + ")", e.outcome(), e.statusCode(), null, true,
                    e);
        }
    }
}
