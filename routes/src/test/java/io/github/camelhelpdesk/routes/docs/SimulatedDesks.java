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
package io.github.camelhelpdesk.routes.docs;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

import io.github.camelhelpdesk.routes.contract.Provider;
import io.github.camelhelpdesk.routes.contract.Providers;
import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;
import io.github.camelhelpdesk.testkit.http.FreePort;

/** A simulator of each provider, and an application with everything set up that an example takes for granted. */
final class SimulatedDesks implements AutoCloseable {

    private static final Pattern HOOK = Pattern.compile("(?:wakeUpPath|webhookPath): (\\S+)");
    private static final Pattern SCHEME = Pattern.compile("uri: (?:webhook:)?(\\w+):");

    final DefaultCamelContext context = new DefaultCamelContext();
    final RouteOutcomes outcomes = new RouteOutcomes();
    private final Map<Provider, ContractDesk> desks = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<Provider, String> conversations = new LinkedHashMap<>();
    private final String address;

    SimulatedDesks(Path directory) throws Exception {
        address = "http://localhost:" + serve();
        for (Provider provider : Providers.ALL) {
            ContractDesk desk = provider.desk();
            desks.put(provider, desk);
            context.addComponent(provider.scheme(), provider.component(desk.simulator()));
            ids.putAll(provider.documentedIds(desk.simulator()));
            conversations.put(provider, desk.openConversation("Customer of an example"));
        }
        HelpdeskSyncComponent sync = context.getComponent("helpdesk-sync", HelpdeskSyncComponent.class);
        sync.getConfiguration().setLedgerFile(directory.resolve("ledger.db").toString());
        // What examples/filter-translate-forward takes from its properties.
        context.getPropertiesComponent().addOverrideProperty("on-call.conversation", ids.get("42"));
        // And examples/import-signalzen, here for the import itself.
        context.getPropertiesComponent().addOverrideProperty("import.dry-run", "false");
        context.getManagementStrategy().addEventNotifier(outcomes);
        context.getShutdownStrategy().setTimeout(5);
    }

    private int serve() throws Exception {
        MainHttpServer server = new MainHttpServer();
        server.setCamelContext(context);
        server.setHost("localhost");
        server.setPort(FreePort.find());
        context.addService(server);
        return server.getPort();
    }

    /** Runs an example until each of its routes has done its work once. */
    void run(String yaml) throws Exception {
        RoutesLoader loader = PluginHelper.getRoutesLoader(context);
        for (String template : new String[] { "helpdesk-intake.yaml", "helpdesk-delivery.yaml", "helpdesk-status.yaml",
                "helpdesk-import.yaml" }) {
            loader.loadRoutes(ResourceHelper.resolveResource(context, "classpath:camel-template/" + template));
        }
        loader.loadRoutes(ResourceHelper.fromString("example.yaml", here(yaml)));
        context.start();
        confirmWebhook(yaml);
        await().atMost(Duration.ofSeconds(90)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(500)).until(() -> {
            boolean done = outcomes.of(context.getRoutes());
            if (!done && outcomes.failures().isEmpty()) {
                desks.forEach((provider, desk) -> {
                    provider.stir(desk, conversations.get(provider));
                    provider.stir(desk, desk.openConversation("Somebody new"));
                });
            }
            return done || !outcomes.failures().isEmpty();
        });
    }

    /** The example with the ids, the address and the secrets of this place. */
    private String here(String yaml) {
        // In one go: what an id is replaced by may look like another id of the docs.
        Pattern documented = Pattern.compile("\\b(" + String.join("|", ids.keySet()) + ")\\b");
        String text = documented.matcher(yaml.replace("https://bridge.example.com", address))
                .replaceAll(id -> Matcher.quoteReplacement(ids.get(id.group(1))));
        hook(yaml).ifPresent(url -> context.getPropertiesComponent().addOverrideProperty("secret",
                provider(yaml).registerWebhook(desks.get(provider(yaml)).simulator(), url)));
        return text.replaceAll("\\{\\{env:\\w+}}", "{{secret}}");
    }

    private void confirmWebhook(String yaml) {
        hook(yaml).ifPresent(url -> provider(yaml).confirmWebhook(desks.get(provider(yaml)).simulator(), url));
    }

    /** Address of the webhook that a person would have to register for this example. */
    private Optional<String> hook(String yaml) {
        Matcher path = HOOK.matcher(yaml);
        boolean registersItself = yaml.contains("webhook:") && !yaml.contains("webhookAutoRegister: false");
        return path.find() && !registersItself ? Optional.of(address + path.group(1)) : Optional.empty();
    }

    private Provider provider(String yaml) {
        Matcher scheme = SCHEME.matcher(yaml);
        return desks.keySet().stream().filter(provider -> scheme.find(0) && provider.scheme().equals(scheme.group(1)))
                .findFirst().orElseThrow(() -> new AssertionError("no URI of a provider in " + yaml));
    }

    @Override
    public void close() {
        context.stop();
        desks.values().forEach(ContractDesk::close);
    }
}
