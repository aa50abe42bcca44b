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

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;

/** What the webhooks of all providers share: one class reads their events, and each says whose it is. */
public abstract class HelpdeskWebhooks implements ProviderWebhooks {

    private final HelpdeskEndpoint endpoint;
    private final WebhookEvents events;

    /**
     * @param endpoint the endpoint that reads
     * @param events reads the bodies
     */
    protected HelpdeskWebhooks(HelpdeskEndpoint endpoint, WebhookEvents events) {
        this.endpoint = endpoint;
        this.events = events;
    }

    @Override
    public boolean isOurs(JsonNode event) {
        return events.isOurs(event);
    }

    @Override
    public Optional<String> challenge(JsonNode body) {
        return events.challenge(body);
    }

    @Override
    public Optional<WakeUp> wakeUp(JsonNode event) {
        return events.wakeUp(event);
    }

    @Override
    public final Map<String, Object> headers(JsonNode event) {
        Map<String, Object> headers = new HashMap<>(events.headers(event));
        headers.put(HelpdeskConstants.PROVIDER, endpoint.getComponent().provider());
        headers.put(HelpdeskConstants.ACCOUNT, account(event));
        return headers;
    }

    /** The account's lasting identity. A provider that would have to ask for it takes it from the event. */
    protected String account(JsonNode event) {
        return endpoint.account();
    }
}
