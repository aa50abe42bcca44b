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
package io.github.camelhelpdesk.signalzen.producer;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.common.producer.HelpdeskProducer;
import io.github.camelhelpdesk.signalzen.SignalzenConstants;
import io.github.camelhelpdesk.signalzen.SignalzenEndpoint;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;

/** What the operations share. */
abstract class SignalzenProducer extends HelpdeskProducer {

    private static final int DEFAULT_LIMIT = 1_000;
    private static final int HIGHEST_LIMIT = 100_000;

    private final SignalzenEndpoint endpoint;

    SignalzenProducer(SignalzenEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    final SignalzenClient client() {
        return endpoint.client();
    }

    /** The user to read. */
    final String userId(Exchange exchange) {
        return conversation(exchange, SignalzenConstants.USER_ID, endpoint.getUserId(), "userId");
    }

    /** Most items that a list gives. */
    static int limit(Exchange exchange) {
        int limit = headerOrOption(exchange, SignalzenConstants.LIMIT, DEFAULT_LIMIT, Integer.class);
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw new IllegalArgumentException("Header " + SignalzenConstants.LIMIT + " is " + limit + "; use 1 to "
                    + HIGHEST_LIMIT);
        }
        return limit;
    }
}
