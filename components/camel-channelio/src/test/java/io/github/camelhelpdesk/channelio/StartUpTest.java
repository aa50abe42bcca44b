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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the set-up is refused at start-up, with a message that says what to change. */
class StartUpTest extends ChannelioTestBase {

    @ParameterizedTest
    @ValueSource(strings = { "accessKey", "secretKey" })
    void missingKeyIsNamedWithItsEndpoint(String option) {
        DefaultCamelContext context = context();
        ChannelioConfiguration configuration = component(context).getConfiguration();
        if (option.equals("accessKey")) {
            configuration.setAccessKey(null);
        } else {
            configuration.setSecretKey(" ");
        }
        startFails(context, "channelio:messages", "log:x")
                .hasStackTraceContaining("Option " + option + " of channelio:messages")
                .hasStackTraceContaining("API keys");
    }

    @ParameterizedTest
    @CsvSource({ "botName=a@b,botName", "botName=0123456789012345678901234567890,botName" })
    void badValueIsRefusedByName(String option, String name) {
        startFails("channelio:messages?" + option, "log:x").hasStackTraceContaining("Option " + name);
    }

    @Test
    void textsCannotBeSplitIntoCrumbs() {
        startFails("direct:in", "channelio:sendMessage?maxTextLength=99").hasStackTraceContaining("maxTextLength")
                .hasStackTraceContaining("100 or more");
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
