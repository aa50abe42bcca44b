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
package io.github.camelhelpdesk.signalzen;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the set-up is refused at start-up, with a message that says what to change. */
class StartUpTest extends SignalzenTestBase {

    @ParameterizedTest
    @ValueSource(strings = { "sendMessage", "createUser", "updateMessage", "deleteMessage", "closeUser" })
    void writingIsRefusedWithTheReason(String operation) {
        startFails("direct:x", "signalzen:" + operation).hasStackTraceContaining("'" + operation + "'")
                .hasStackTraceContaining("SignalZen's API is read-only");
    }

    @ParameterizedTest
    @CsvSource({ "apiKey,page Integration", "accountName,lasting name" })
    void whatIsMissingIsNamedWithItsEndpoint(String option, String advice) {
        DefaultCamelContext context = context();
        SignalzenConfiguration configuration = component(context).getConfiguration();
        if (option.equals("apiKey")) {
            configuration.setApiKey(" ");
        } else {
            configuration.setAccountName(null);
        }
        startFails(context, "signalzen:messages", "log:x")
                .hasStackTraceContaining("Option " + option + " of signalzen:messages").hasStackTraceContaining(advice);
    }

    @ParameterizedTest
    @CsvSource({ "pageOverlap=0,pageOverlap", "pageOverlap=51,pageOverlap", "fullSweepInterval=-1,fullSweepInterval",
            "userId=x,userId" })
    void badValueIsRefusedByName(String option, String name) {
        startFails("signalzen:messages?" + option, "log:x").hasStackTraceContaining("Option " + name);
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
