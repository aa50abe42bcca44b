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

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.model.AcquireWebhook;
import io.github.camelhelpdesk.common.webhook.RegisteredWebhook;
import io.github.camelhelpdesk.common.webhook.WebhookApi;

/** Acquire's list of webhooks. Whoever registers one chooses its key. */
final class AcquireWebhookApi implements WebhookApi {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AcquireClient client;
    private final String configuredKey;

    /**
     * @param client makes the calls
     * @param configuredKey the key to register, or null to make one up
     */
    AcquireWebhookApi(AcquireClient client, String configuredKey) {
        this.client = client;
        this.configuredKey = configuredKey;
    }

    @Override
    public List<RegisteredWebhook> list() {
        return client.webhooks().list().stream().filter(webhook -> webhook.id() != null && webhook.url() != null)
                .map(webhook -> registered(webhook, configuredKey)).toList();
    }

    @Override
    public RegisteredWebhook create(String url, Set<String> events) {
        String key = key();
        return registered(client.webhooks().create(request(url, events, key)), key);
    }

    /** With the key once more: of a webhook whose key is not told, nobody could verify anything. */
    @Override
    public RegisteredWebhook update(RegisteredWebhook webhook, Set<String> events) {
        String key = webhook.secret() == null || webhook.secret().isBlank() ? key() : webhook.secret();
        return registered(client.webhooks().update(webhook.id(), request(webhook.url(), events, key)), key);
    }

    @Override
    public void delete(String id) {
        client.webhooks().delete(id);
    }

    private String key() {
        if (configuredKey != null) {
            return configuredKey;
        }
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Map<String, Object> request(String url, Set<String> events, String key) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", "camel");
        request.put("url", url);
        request.put("urlSkipSsl", "no");
        request.put("status", "active");
        request.put("events", events.stream().sorted().map(event -> Map.of("event", event, "params", Map.of())).toList());
        request.put("hmacKey", key);
        request.put("format", "application/json");
        return request;
    }

    private static RegisteredWebhook registered(AcquireWebhook webhook, String key) {
        Set<String> events = webhook.events().stream().map(AcquireWebhook.Event::event).filter(event -> event != null)
                .collect(Collectors.toSet());
        return new RegisteredWebhook(webhook.id(), webhook.url(), events,
                webhook.hmacKey() == null || webhook.hmacKey().isBlank() ? key : webhook.hmacKey());
    }
}
