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
package io.github.camelhelpdesk.benchmarks;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.component.jackson.JacksonDataFormat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The second rival: the same reading with what Camel has without the component, in its faster form (one HTTP endpoint steered
 * by
 * headers, not an address made anew for each call).
 */
final class PlainCamelRoute extends RouteBuilder {

    private static final int CONVERSATIONS_A_PAGE = 25;
    private static final int MESSAGES_A_PAGE = 100;

    private final String baseUrl;

    PlainCamelRoute(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public void configure() {
        from("timer:history?repeatCount=1&delay=0").setProperty("page", constant(1))
                .loopDoWhile(exchangeProperty("page").isNotNull())
                .process(exchange -> question(exchange, "/conversations", "status=all&sort_by=created_at_asc&page="
                        + exchange.getProperty("page")))
                .to(baseUrl).unmarshal(new JacksonDataFormat(JsonNode.class)).process(PlainCamelRoute::nextConversations)
                .split(body()).to("direct:conversation").end().end();
        from("direct:conversation")
                .process(exchange -> exchange.setProperty("conversation",
                        exchange.getMessage().getBody(JsonNode.class).path("id").asLong()))
                .setProperty("after", constant(0)).loopDoWhile(exchangeProperty("after").isNotNull())
                .process(exchange -> question(exchange, "/conversations/" + exchange.getProperty("conversation")
                        + "/messages", "after=" + exchange.getProperty("after")))
                .to(baseUrl).unmarshal(new JacksonDataFormat(JsonNode.class)).process(PlainCamelRoute::nextMessages)
                .split(body()).process("count").end().end();
    }

    private static void question(Exchange exchange, String path, String query) {
        exchange.getMessage().setHeaders(new HashMap<>(Map.of(HttpConstants.HTTP_METHOD, "GET", HttpConstants.HTTP_PATH,
                "/api/v1/accounts/" + ChatwootHistory.ACCOUNT + path, HttpConstants.HTTP_QUERY, query, "Api-Access-Token",
                "token")));
        exchange.getMessage().setBody(null);
    }

    private static void nextConversations(Exchange exchange) {
        JsonNode page = exchange.getMessage().getBody(JsonNode.class).path("data").path("payload");
        int next = exchange.getProperty("page", Integer.class) + 1;
        exchange.setProperty("page", page.size() < CONVERSATIONS_A_PAGE ? null : next);
        exchange.getMessage().setBody(page);
    }

    private static void nextMessages(Exchange exchange) {
        JsonNode page = exchange.getMessage().getBody(JsonNode.class).path("payload");
        long after = 0;
        for (JsonNode message : page) {
            after = Math.max(after, message.path("id").asLong());
        }
        exchange.setProperty("after", page.size() < MESSAGES_A_PAGE ? null : after);
        exchange.getMessage().setBody(page);
    }
}
