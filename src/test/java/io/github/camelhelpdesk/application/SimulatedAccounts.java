package io.github.camelhelpdesk.application;

import java.util.Map;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

/** Component options that point the application at simulators. */
final class SimulatedAccounts {

    private SimulatedAccounts() {
    }

    static Map<String, String> options(ChannelioSimulator channelio, ChatwootSimulator chatwoot) {
        return Map.of(
                "camel.component.channelio.base-url", channelio.baseUrl(),
                "camel.component.channelio.access-key", channelio.accessKey(),
                "camel.component.channelio.secret-key", channelio.secretKey(),
                "camel.component.chatwoot.base-url", chatwoot.baseUrl(),
                "camel.component.chatwoot.account-id", String.valueOf(chatwoot.accountId()),
                "camel.component.chatwoot.access-token", chatwoot.accessToken());
    }
}
