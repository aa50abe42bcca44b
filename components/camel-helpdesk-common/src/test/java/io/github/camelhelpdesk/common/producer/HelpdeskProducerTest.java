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
package io.github.camelhelpdesk.common.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskEndpoint;
import io.github.camelhelpdesk.common.consumer.MemoryComponent;

class HelpdeskProducerTest {

    @ParameterizedTest
    @CsvSource({ "memory/other,5", "memory/1,77" })
    void theConversationOfAnUnreadableMessageOfAnotherAccountIsNoTarget(String account, String target) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setHeader(HelpdeskConstants.PROVIDER, "memory");
            exchange.getMessage().setHeader(HelpdeskConstants.ACCOUNT, account);
            exchange.getMessage().setHeader(HelpdeskConstants.UNREADABLE, "unexpected shape");
            exchange.getMessage().setHeader(HelpdeskConstants.CONVERSATION_ID, "77");
            context.addComponent("memory", new MemoryComponent(TargetProducer::new));
            context.getEndpoint("memory:sendMessage").createProducer().process(exchange);
            assertThat(exchange.getMessage().getBody()).isEqualTo(target);
        }
    }

    /** Answers with the conversation it would write into. */
    private static final class TargetProducer extends HelpdeskProducer {

        TargetProducer(HelpdeskEndpoint endpoint) {
            super(endpoint);
        }

        @Override
        protected Object call(Exchange exchange) {
            return conversation(exchange, "CamelMemoryConversationId", "5", "conversationId");
        }
    }
}
