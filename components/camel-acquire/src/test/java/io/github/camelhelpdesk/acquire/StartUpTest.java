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
package io.github.camelhelpdesk.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the set-up is refused at start-up, with a message that says what to change. */
class StartUpTest extends AcquireTestBase {

    @ParameterizedTest
    @ValueSource(strings = { "account", "apiKey" })
    void missingOptionIsNamedWithItsEndpoint(String option) {
        DefaultCamelContext context = context();
        AcquireConfiguration configuration = component(context).getConfiguration();
        if (option.equals("account")) {
            configuration.setAccount(null);
        } else {
            configuration.setApiKey(" ");
        }
        startFails(context, "acquire:messages", "log:x").hasStackTraceContaining("Option " + option + " of acquire:messages");
    }

    @ParameterizedTest
    @CsvSource({ "account=acme.acquire.io,account", "pageSize=0,pageSize", "pageSize=1001,pageSize", "firstPage=2,firstPage",
            "userTypeParameter=,userTypeParameter" })
    void badValueIsRefusedByName(String option, String name) {
        startFails("acquire:messages?" + option, "log:x").hasStackTraceContaining("Option " + name);
    }

    @Test
    void accountTellsTheAddress() {
        AcquireConfiguration configuration = new AcquireConfiguration();
        configuration.setAccount("acme");
        assertThat(configuration.base()).isEqualTo("https://acme.acquire.io");
        assertThat(configuration.accountIdentity()).isEqualTo("acme");
        configuration.setBaseUrl("http://localhost:1/prefix//");
        configuration.setAccountName("other");
        assertThat(configuration.base()).isEqualTo("http://localhost:1/prefix");
        assertThat(configuration.accountIdentity()).isEqualTo("other");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> startFails(String from, String to) {
        return startFails(context(), from, to);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> startFails(DefaultCamelContext context, String from,
            String to) {
        return assertThatThrownBy(() -> {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(from).to(to);
                }
            });
            context.start();
        });
    }
}
