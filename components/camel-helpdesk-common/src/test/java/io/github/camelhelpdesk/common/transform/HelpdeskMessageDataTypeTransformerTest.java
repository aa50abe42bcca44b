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
package io.github.camelhelpdesk.common.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpdeskMessageDataTypeTransformerTest {

    private final HelpdeskMessageDataTypeTransformer transformer = new HelpdeskMessageDataTypeTransformer();

    private void transform(Object body) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(body);
            transformer.transform(exchange.getMessage(), DataType.ANY, new DataType("helpdesk:message"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Dear customer", "{\"createdAt\":\"Dear customer\"}" })
    void aBodyThatIsNoMessageIsNotQuoted(String body) {
        assertThatThrownBy(() -> transform(body)).hasMessageContaining("java.lang.String")
                .hasMessageContaining("HelpdeskMessage")
                .satisfies(e -> assertThat(stack(e)).doesNotContain("Dear"));
    }

    @Test
    void aMapThatIsNoMessageIsNotQuoted() {
        assertThatThrownBy(() -> transform(Map.of("createdAt", "Dear customer"))).hasMessageContaining("HelpdeskMessage")
                .satisfies(e -> assertThat(stack(e)).doesNotContain("Dear"));
    }

    private static String stack(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
