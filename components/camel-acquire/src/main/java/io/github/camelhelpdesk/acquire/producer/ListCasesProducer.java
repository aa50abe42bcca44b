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
import io.github.camelhelpdesk.acquire.model.AcquireCase;

/** Cases: all, or those of a contact, in a state, by other filters, or all of these. */
final class ListCasesProducer extends AcquireProducer {

    private static final List<String> STATES = List.of("pending", "queue", "active", "closed");

    ListCasesProducer(AcquireEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        List<String> where = filters(exchange);
        String status = ownHeader(exchange, AcquireConstants.STATUS, String.class);
        if (status != null && !STATES.contains(status)) {
            throw new IllegalArgumentException("Header " + AcquireConstants.STATUS + " is '" + status + "'; use one of "
                    + String.join(", ", STATES));
        }
        add(where, "status", status);
        add(where, "contactId", contactId(exchange));
        return collect(exchange,
                new Pages<>("The list of cases", endpoint().getConfiguration(), AcquireCase::id,
                        page -> client().cases().list(where, page)));
    }

    private static void add(List<String> where, String column, String value) {
        if (value != null) {
            where.add(column + "|eq|" + value);
        }
    }
}
