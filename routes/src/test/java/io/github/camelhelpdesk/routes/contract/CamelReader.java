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
package io.github.camelhelpdesk.routes.contract;

import java.util.Locale;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.cursor.MemoryCursorRepository;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;
import io.github.camelhelpdesk.testkit.contract.ContractReader;
import io.github.camelhelpdesk.testkit.contract.MessageHandler;
import io.github.camelhelpdesk.testkit.contract.ReadMessage;
import io.github.camelhelpdesk.testkit.contract.Reading;

/** A {@code messages} consumer in a context of its own; the progress outlives the context, as in a database. */
final class CamelReader implements ContractReader {

    private final Provider provider;
    private final ContractDesk desk;
    private final MemoryCursorRepository cursors = new MemoryCursorRepository();

    CamelReader(Provider provider, ContractDesk desk) {
        this.provider = provider;
        this.desk = desk;
    }

    @Override
    public AutoCloseable start(Reading reading) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("cursors", cursors);
        context.addComponent(provider.scheme(), provider.component(desk.simulator()));
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(reading)).routeId("contract").to(reading.handedOver() ? "seda:next" : "direct:next");
                from(reading.handedOver() ? "seda:next?concurrentConsumers=4" : "direct:next")
                        .process(exchange -> handle(exchange, reading.handler()));
            }
        });
        context.start();
        return context;
    }

    private String uri(Reading reading) {
        return provider.scheme() + ":messages?initialDelay=0&delay=20&include=customer,agent,bot,system,private&startFrom="
                + reading.start().name().toLowerCase(Locale.ROOT) + "&includeUpdates=" + reading.updates() + "&maxRetryDelay="
                + LONGEST_PAUSE_SECONDS + "s&responseTimeout=" + LONGEST_ANSWER_SECONDS + "s";
    }

    private static void handle(Exchange exchange, MessageHandler handler) throws Exception {
        if (exchange.getMessage().getHeader(HelpdeskConstants.UNREADABLE) != null) {
            handler.handle(new ReadMessage(exchange.getMessage().getHeader(HelpdeskConstants.CONVERSATION_ID, String.class),
                    exchange.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID, String.class), null,
                    ReadMessage.Kind.UNREADABLE));
            return;
        }
        HelpdeskMessage message = exchange.getMessage().getMandatoryBody(HelpdeskMessage.class);
        handler.handle(new ReadMessage(message.conversationId(), message.id(), message.text(), kind(exchange, message)));
    }

    private static ReadMessage.Kind kind(Exchange exchange, HelpdeskMessage message) {
        if (message.deleted()) {
            return ReadMessage.Kind.DELETED;
        }
        return exchange.getMessage().getHeader(HelpdeskConstants.UPDATED, false, Boolean.class) ? ReadMessage.Kind.EDITED
                : ReadMessage.Kind.NEW;
    }
}
