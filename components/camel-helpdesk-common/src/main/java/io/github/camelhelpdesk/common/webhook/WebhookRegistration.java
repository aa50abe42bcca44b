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

import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.common.HelpdeskException;

/** Has a provider call an address, once: a webhook that is there is used, never a second one made. */
final class WebhookRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistration.class);
    private static final int ALREADY_THERE = 422;

    private final WebhookApi api;
    private String createdId;

    WebhookRegistration(WebhookApi api) {
        this.api = api;
    }

    /** Finds or makes the webhook of an address. */
    RegisteredWebhook register(String url, Set<String> events) {
        Optional<RegisteredWebhook> known = find(url);
        return known.isPresent() ? adopt(known.get(), events) : create(url, events);
    }

    /** Removes the webhook if we have made it; one that was found stays. */
    void unregister() {
        if (createdId != null) {
            api.delete(createdId);
            createdId = null;
        }
    }

    private Optional<RegisteredWebhook> find(String url) {
        return api.list().stream().filter(webhook -> url.equals(webhook.url())).findFirst();
    }

    private RegisteredWebhook adopt(RegisteredWebhook known, Set<String> events) {
        LOG.info("Webhook {} is registered for the address already and is used", known.id());
        if (known.events().equals(events)) {
            return known;
        }
        RegisteredWebhook updated = api.update(known, events);
        return updated.secret() != null ? updated
                : new RegisteredWebhook(known.id(), known.url(), updated.events(), known.secret());
    }

    private RegisteredWebhook create(String url, Set<String> events) {
        try {
            RegisteredWebhook created = api.create(url, events);
            createdId = created.id();
            LOG.info("Webhook {} was registered", createdId);
            return created;
        } catch (HelpdeskException e) {
            // Another process may have been faster, or an answer was lost and the call made again.
            Optional<RegisteredWebhook> known = e.statusCode() == ALREADY_THERE ? find(url) : Optional.empty();
            return adopt(known.orElseThrow(() -> e), events);
        }
    }
}
