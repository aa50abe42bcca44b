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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

class WebhookRegistrationTest {

    private static final String URL = "https://bridge.example.com/in";

    private final Registry api = new Registry();
    private final WebhookRegistration registration = new WebhookRegistration(api);

    @Test
    void oneIsMadeWhenThereIsNone() {
        RegisteredWebhook webhook = registration.register(URL, Set.of("message_created"));

        assertThat(webhook.secret()).isEqualTo("made-by-the-server");
        assertThat(api.calls).containsExactly("list", "create");
    }

    @Test
    void oneThatIsThereIsUsedAsItIs() {
        api.webhooks.add(new RegisteredWebhook("7", URL, Set.of("message_created"), "known"));

        assertThat(registration.register(URL, Set.of("message_created")).secret()).isEqualTo("known");
        assertThat(api.calls).containsExactly("list");
    }

    @Test
    void oneThatIsCalledForSomethingElseIsChangedAndKeepsItsSecret() {
        api.webhooks.add(new RegisteredWebhook("7", URL, Set.of("contact_created"), "known"));
        api.tellsTheSecretOnUpdate = false;

        RegisteredWebhook webhook = registration.register(URL, Set.of("message_created"));

        assertThat(webhook.events()).containsExactly("message_created");
        assertThat(webhook.secret()).isEqualTo("known");
        assertThat(api.calls).containsExactly("list", "update 7");
    }

    @Test
    void oneThatAnotherProcessMakesMeanwhileIsUsed() {
        api.takenMeanwhile = new RegisteredWebhook("8", URL, Set.of("message_created"), "known");

        assertThat(registration.register(URL, Set.of("message_created")).secret()).isEqualTo("known");
        assertThat(api.calls).containsExactly("list", "create", "list");
        registration.unregister();
        assertThat(api.webhooks).hasSize(1);
    }

    @Test
    void refusalWithoutAWebhookOfThatAddressIsToldAsItCame() {
        api.isFull = true;

        assertThatThrownBy(() -> registration.register(URL, Set.of("message_created"))).hasMessage("there are 10");
    }

    @Test
    void onlyWhatWasMadeIsRemoved() {
        api.webhooks.add(new RegisteredWebhook("7", URL, Set.of("message_created"), "known"));
        registration.register(URL, Set.of("message_created"));
        registration.unregister();
        assertThat(api.webhooks).hasSize(1);

        registration.register(URL + "/other", Set.of("message_created"));
        registration.unregister();
        assertThat(api.webhooks).extracting(RegisteredWebhook::id).containsExactly("7");
        registration.unregister();
        assertThat(api.calls.stream().filter(call -> call.startsWith("delete"))).hasSize(1);
    }

    /** A provider's list in memory. */
    private static final class Registry implements WebhookApi {

        private final List<RegisteredWebhook> webhooks = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();
        private boolean tellsTheSecretOnUpdate = true;
        private RegisteredWebhook takenMeanwhile;
        private boolean isFull;

        @Override
        public List<RegisteredWebhook> list() {
            calls.add("list");
            return List.copyOf(webhooks);
        }

        @Override
        public RegisteredWebhook create(String url, Set<String> events) {
            calls.add("create");
            if (takenMeanwhile != null) {
                webhooks.add(takenMeanwhile);
                throw refused("Url has already been taken");
            }
            if (isFull) {
                throw refused("there are 10");
            }
            RegisteredWebhook created = new RegisteredWebhook("new", url, events, "made-by-the-server");
            webhooks.add(created);
            return created;
        }

        @Override
        public RegisteredWebhook update(RegisteredWebhook webhook, Set<String> events) {
            calls.add("update " + webhook.id());
            return new RegisteredWebhook(webhook.id(), webhook.url(), events, tellsTheSecretOnUpdate ? webhook.secret() : null);
        }

        @Override
        public void delete(String id) {
            calls.add("delete " + id);
            webhooks.removeIf(webhook -> webhook.id().equals(id));
        }

        private static HelpdeskException refused(String text) {
            return new HelpdeskException(text, Outcome.REFUSED, 422, null, false, null);
        }
    }
}
