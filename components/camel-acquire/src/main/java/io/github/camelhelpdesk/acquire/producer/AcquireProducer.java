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
package io.github.camelhelpdesk.acquire.producer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.acquire.client.AcquireClient;
import io.github.camelhelpdesk.acquire.client.Envelope;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.producer.HelpdeskProducer;

/** What the small operations share. */
abstract class AcquireProducer extends HelpdeskProducer {

    private static final Logger LOG = LoggerFactory.getLogger(AcquireProducer.class);
    private static final int DEFAULT_LIMIT = 1_000;
    private static final int HIGHEST_LIMIT = 100_000;

    private final AcquireEndpoint endpoint;

    AcquireProducer(AcquireEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    final AcquireEndpoint endpoint() {
        return endpoint;
    }

    final AcquireClient client() {
        return endpoint.client();
    }

    /** The thread to work on. */
    final String threadId(Exchange exchange) {
        return conversation(exchange, AcquireConstants.THREAD_ID, endpoint.getThreadId(), "threadId");
    }

    /** The contact of the header, else of the option; null without either. */
    final String contactId(Exchange exchange) {
        String header = ownHeader(exchange, AcquireConstants.CONTACT_ID, String.class);
        return header == null ? endpoint.getContactId() : header;
    }

    /**
     * The value of a header that has to be there.
     *
     * @throws IllegalArgumentException when it is not, or came with a message of another account
     */
    final String required(Exchange exchange, String header, String what) {
        return required(ownHeader(exchange, header, String.class), header, what);
    }

    /** A value that has to be there. */
    final String required(String value, String header, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "acquire:" + endpoint.getOperation() + " does not know " + what + ": set the header "
                            + header + " to its id in this account");
        }
        return value;
    }

    /** The first items of a list, at most as many as the header says. Items that cannot be read are left out and reported. */
    static <T> List<T> collect(Exchange exchange, Pages<T> pages) {
        int limit = limit(exchange);
        // By id: an item that moves while the pages are read comes twice.
        Map<String, T> items = new LinkedHashMap<>();
        for (HttpAnswer<Envelope<T>> page = pages.next(); page != null && items.size() < limit; page = pages.next()) {
            for (Item<T> item : page.body().items()) {
                if (item.isReadable()) {
                    items.put(pages.key(item), item.value());
                } else {
                    LOG.warn("Item {} of a list cannot be read and is left out: {}", item.raw().path("id").asText("without id"),
                            item.problem());
                }
            }
        }
        return new ArrayList<>(items.values()).subList(0, Math.min(limit, items.size()));
    }

    /** The filters of the header, to which others may be added. */
    static List<String> filters(Exchange exchange) {
        List<String> filters = new ArrayList<>();
        for (String filter : exchange.getMessage().getHeader(AcquireConstants.WHERE, "", String.class).split(",")) {
            if (!filter.isBlank() && !filter.strip().matches("[^|]+\\|[^|]+\\|.*")) {
                throw new IllegalArgumentException("Header " + AcquireConstants.WHERE + " holds '" + filter.strip()
                        + "'; use column|expression|value, such as channel|eq|mail");
            }
            if (!filter.isBlank()) {
                filters.add(filter.strip());
            }
        }
        return filters;
    }

    static int limit(Exchange exchange) {
        int limit = headerOrOption(exchange, AcquireConstants.LIMIT, DEFAULT_LIMIT, Integer.class);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new IllegalArgumentException("Header " + AcquireConstants.LIMIT + " is " + limit + "; use 1 to "
                    + HIGHEST_LIMIT);
        }
        return limit;
    }
}
