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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a route is said when it starts. */
class StartUpTest extends ChatwootTestBase {

    @ParameterizedTest
    @ValueSource(strings = { "accountId", "accessToken" })
    void missingRequiredOptionIsNamedWithItsEndpoint(String option) {
        var context = context();
        ChatwootConfiguration options = component(context).getConfiguration();
        options.setAccountId("accountId".equals(option) ? null : options.getAccountId());
        options.setAccessToken("accessToken".equals(option) ? null : options.getAccessToken());
        assertThatThrownBy(() -> {
            context.addRoutes(route("direct:in", "chatwoot:sendMessage"));
            context.start();
        }).rootCause().hasMessageContainingAll("Option " + option, "chatwoot:sendMessage", "is missing");
    }

    @Test
    void textsCannotBeSplitIntoCrumbs() {
        assertThatThrownBy(() -> start("direct:in", "chatwoot:sendMessage?maxTextLength=99"))
                .hasStackTraceContaining("maxTextLength").hasStackTraceContaining("100 or more");
    }

    @Test
    void identityOfTheAccountIsHostPortAndNumber() {
        ChatwootConfiguration options = new ChatwootConfiguration();
        options.setAccountId(5L);
        assertThat(options.account()).isEqualTo("app.chatwoot.com/5");
        options.setBaseUrl("https://Help.Example.com:8443/chatwoot/");
        assertThat(options.account()).isEqualTo("help.example.com:8443/5");
        assertThat(options.base()).isEqualTo("https://Help.Example.com:8443/chatwoot");
    }

    private void start(String from, String to) throws Exception {
        started(route(from, to));
    }

    private static RouteBuilder route(String from, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        };
    }
}
