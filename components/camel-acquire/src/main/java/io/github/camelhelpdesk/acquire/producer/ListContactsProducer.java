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

import java.util.List;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.acquire.client.Pages;
import io.github.camelhelpdesk.acquire.model.AcquireContact;

/** The contacts of the account: all, or those that a filter or a search finds. */
final class ListContactsProducer extends AcquireProducer {

    ListContactsProducer(AcquireEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        List<String> where = filters(exchange);
        String search = exchange.getMessage().getHeader(AcquireConstants.SEARCH, String.class);
        return collect(exchange, new Pages<>("The list of contacts", endpoint().getConfiguration(), AcquireContact::id,
                page -> client().contacts().list(where, search, page)));
    }
}
