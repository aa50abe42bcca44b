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

import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.Service;
import org.apache.camel.component.webhook.WebhookConfiguration;

import io.github.camelhelpdesk.common.consumer.Wakeable;

/** The webhooks of one endpoint: to wake its reader, or to be handed on by {@code webhook:} as they are. */
public final class EndpointWebhooks {

    private final CamelContext context;
    private final String name;
    private final ProviderWebhooks provider;
    private final SharedSecrets configured;
    private WebhookConfiguration configuration;
    private WebhookRegistration registration;
    private volatile SharedSecrets accepted;

    /**
     * @param context the Camel context
     * @param name the endpoint as messages name it
     * @param provider what is particular to the provider
     * @param webhookVerifyToken the option
     */
    public EndpointWebhooks(CamelContext context, String name, ProviderWebhooks provider, String webhookVerifyToken) {
        this.context = context;
        this.name = name;
        this.provider = provider;
        this.configured = SharedSecrets.parse(webhookVerifyToken);
        this.accepted = configured;
    }

    /**
     * What listens for wake-ups while it is started.
     *
     * @param path where, on the application's HTTP server
     * @param reader whom to wake
     * @throws IllegalArgumentException when {@code webhookVerifyToken} is missing: nobody could tell who wakes the reader
     */
    public Service listener(String path, Wakeable reader) {
        requireSecret("wakeUpPath needs webhookVerifyToken");
        WebhookGate gate = new WebhookGate(name, provider, () -> configured);
        return new WakeUpListener(context, path, name, new WakeUpProcessor(gate, provider, reader));
    }

    /** Keeps the options of {@code webhook:}. */
    public void setConfiguration(WebhookConfiguration configuration) {
        this.configuration = configuration;
    }

    /** What stands between {@code webhook:} and its route. */
    public Processor handler(Processor route) {
        if (!configuration.isWebhookAutoRegister()) {
            requireSecret("webhook: with webhookAutoRegister=false needs webhookVerifyToken");
        }
        return new RawEvents(route, new WebhookGate(name, provider, () -> accepted), provider);
    }

    /**
     * Registers the address of {@code webhook:} at the provider.
     *
     * @param events what it is to be called for, with commas between them
     */
    public void register(String events) throws UnknownHostException {
        Set<String> wanted = Arrays.stream(events.split(",")).map(String::strip).filter(event -> !event.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        registration = new WebhookRegistration(provider.api());
        RegisteredWebhook webhook = registration.register(configuration.computeFullExternalUrl(), wanted);
        if (webhook.secret() == null || webhook.secret().isBlank()) {
            unregister();
            throw new IllegalStateException("The provider gave no secret by which webhooks of " + name + " could be verified."
                    + " Enter the webhook there by hand, with ?token= and a secret of your own in its address, and set"
                    + " webhookVerifyToken to that secret and webhookAutoRegister to false.");
        }
        accepted = configured.and(webhook.secret());
    }

    /** Removes the webhook from the provider if we have made it. */
    public void unregister() {
        if (registration != null) {
            registration.unregister();
        }
        accepted = configured;
    }

    private void requireSecret(String what) {
        if (configured.isEmpty()) {
            throw new IllegalArgumentException(name + ": " + what + ", or anybody could send requests there. "
                    + provider.whereTheSecretIs());
        }
    }
}
