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

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskSide;
import io.github.camelhelpdesk.common.model.Author;
import io.github.camelhelpdesk.common.model.AuthorType;
import io.github.camelhelpdesk.common.model.Direction;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.model.HelpdeskMessageBuilder;
import io.github.camelhelpdesk.testkit.contract.ContractDesk;

/** A provider that is written to, with one conversation in which its customer has written once. */
final class Sending implements AutoCloseable {

    final Provider provider;
    final ContractDesk desk;
    final String conversation;
    final String question;
    final DefaultCamelContext context = new DefaultCamelContext();
    final HelpdeskSide side;

    Sending(Provider provider) {
        this.provider = provider;
        desk = provider.desk();
        conversation = desk.openConversation("Kim");
        question = desk.write(conversation, "Where is my parcel?");
        Component component = provider.component(desk.simulator());
        side = (HelpdeskSide) component;
        context.addComponent(provider.scheme(), component);
        context.start();
    }

    /** What an agent of another help desk has written. */
    static HelpdeskMessageBuilder answer() {
        return HelpdeskMessage.builder().provider("elsewhere").account("a").conversationId("c").id("m")
                .direction(Direction.OUTBOUND).author(new Author(AuthorType.AGENT, "7", "Mia", null, null)).text("On its way")
                .createdAt(Instant.parse("2026-11-20T10:00:00Z"));
    }

    /** Sends into the conversation and gives the id of what was written. */
    String send(HelpdeskMessage message, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        all.put(HelpdeskConstants.CONVERSATION_ID, conversation);
        Exchange sent = context.createProducerTemplate().request(provider.scheme() + ":sendMessage", exchange -> {
            exchange.getMessage().setBody(message);
            exchange.getMessage().setHeaders(all);
        });
        if (sent.getException() != null) {
            throw new CamelExecutionException("not sent", sent, sent.getException());
        }
        return sent.getMessage().getHeader(HelpdeskConstants.MESSAGE_ID, String.class);
    }

    /** What the conversation holds behind the customer's question. */
    List<StoredMessage> answers() {
        return provider.stored(desk.simulator(), conversation).stream().filter(message -> !message.id().equals(question))
                .toList();
    }

    @Override
    public void close() {
        context.stop();
        desk.close();
    }
}
