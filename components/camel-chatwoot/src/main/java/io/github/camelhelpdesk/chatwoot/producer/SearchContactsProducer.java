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
package io.github.camelhelpdesk.chatwoot.producer;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.chatwoot.ChatwootConstants;
import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;

/** Contacts by a part of name, e-mail address, phone number or identifier. */
final class SearchContactsProducer extends ChatwootProducer {

    private static final int DEFAULT_LIMIT = 150;

    SearchContactsProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String query = headerOrOption(exchange, ChatwootConstants.QUERY, exchange.getMessage().getBody(String.class),
                String.class);
        if (query == null || query.isBlank()) {
            throw new IllegalArgumentException("Nothing to search for: set the header " + ChatwootConstants.QUERY
                    + " or a text as the body");
        }
        int limit = headerOrOption(exchange, ChatwootConstants.LIMIT, DEFAULT_LIMIT, Integer.class);
        return getEndpoint().client().contacts().search(query, limit);
    }
}
