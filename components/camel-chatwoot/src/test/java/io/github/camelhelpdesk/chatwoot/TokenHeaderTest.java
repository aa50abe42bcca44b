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
package io.github.camelhelpdesk.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.http.Call;

/** Proxies drop names with underscores unless told not to (chatwoot issues 1057, 1615). */
class TokenHeaderTest extends ChatwootTestBase {

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private CamelContext context;

    @BeforeEach
    void listen() {
        chatwoot.faults().onAny().then(execution -> {
            calls.add(execution.call());
            return execution.process();
        });
        context = context();
        context.start();
    }

    @Test
    void nameWithDashesIsTheDefault() {
        send(context, "chatwoot:listInboxes", null, Map.of());
        assertToken("api-access-token");
    }

    @Test
    void nameIsAnOption() {
        send(context, "chatwoot:listInboxes?tokenHeader=api_access_token", null, Map.of());
        assertToken("api_access_token");
    }

    private void assertToken(String name) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(calls.get(0).headers());
        assertThat(headers.get(name)).isEqualTo(chatwoot.accessToken());
        assertThat(headers.values().stream().filter(chatwoot.accessToken()::equals)).as("in one header only").hasSize(1);
        assertThat(calls.get(0).rawQuery()).isNullOrEmpty();
    }
}
