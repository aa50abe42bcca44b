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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskJson;

/**
 * Lets verified events in, and keeps everything else out. What is genuine is answered by 200 even when there is nothing to do
 * with
 * it: providers never send again, and block a webhook that fails too often.
 */
final class WebhookGate {

    /** Providers' events have some thousand bytes; Chatwoot's longest text has 150,000 characters. */
    static final int MAX_SIZE = 1 << 20;
    /** More than a busy account has in the ten minutes in which a signature is good. */
    private static final int REMEMBERED = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(WebhookGate.class);

    private final String name;
    private final ProviderWebhooks provider;
    private final Supplier<SharedSecrets> secrets;
    private final RecentDeliveries deliveries = new RecentDeliveries(REMEMBERED);
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong ignored = new AtomicLong();

    /**
     * @param name whose webhooks these are, as logs name it
     * @param provider knows the provider's requests
     * @param secrets what is good at this moment
     */
    WebhookGate(String name, ProviderWebhooks provider, Supplier<SharedSecrets> secrets) {
        this.name = name;
        this.provider = provider;
        this.secrets = secrets;
    }

    Admission admit(Exchange exchange) throws IOException {
        WebhookRequest request = WebhookRequest.of(exchange, MAX_SIZE);
        if (!"POST".equals(request.method())) {
            return refused(405, "is no POST");
        }
        if (request.body().length > MAX_SIZE) {
            return refused(413, "is too large");
        }
        Optional<Delivery> delivery = provider.verify(request, secrets.get());
        if (delivery.isEmpty()) {
            return refused(401, "is not verified");
        }
        if (!deliveries.add(delivery.get())) {
            return ignored(delivery.get(), "came before");
        }
        return event(delivery.get(), request.body());
    }

    private Admission event(Delivery delivery, byte[] body) {
        JsonNode event;
        try {
            event = HelpdeskJson.mapper().readTree(body);
        } catch (IOException e) {
            return ignored(delivery, "is not JSON");
        }
        if (event == null || !event.isObject()) {
            return ignored(delivery, "is no JSON object");
        }
        Optional<String> challenge = provider.challenge(event);
        if (challenge.isPresent()) {
            return Admission.challenged(delivery, challenge.get());
        }
        return provider.isOurs(event) ? Admission.admitted(delivery, event) : ignored(delivery, "concerns something else");
    }

    /** Lets a delivery in again that could not be handled. */
    void forget(Delivery delivery) {
        deliveries.forget(delivery);
    }

    private Admission refused(int status, String why) {
        LOG.debug("A webhook for {} {} and is refused with {}; {} so far", name, why, status, refused.incrementAndGet());
        return Admission.refused(status);
    }

    private Admission ignored(Delivery delivery, String why) {
        LOG.debug("A webhook for {} {} and is ignored; {} so far", name, why, ignored.incrementAndGet());
        return Admission.ignored(delivery);
    }
}
