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

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.Exchange;

import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.acquire.client.Ids;
import io.github.camelhelpdesk.acquire.client.ThreadCases;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.producer.RequestBody;

/** Closes a case, or the newest open one of a thread. The body becomes the id of the case, null when none is open. */
final class CloseCaseProducer extends AcquireProducer {

    CloseCaseProducer(AcquireEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        Map<String, Object> request = request(exchange);
        String caseId = caseId(exchange, request.get("caseId"));
        if (caseId != null) {
            request.put("caseId", Ids.number(caseId));
            client().cases().close(request);
        }
        return caseId;
    }

    private String caseId(Exchange exchange, Object inBody) {
        String header = ownHeader(exchange, AcquireConstants.CASE_ID, String.class);
        String option = endpoint().getCaseId();
        if (header != null || option != null || inBody != null) {
            return header != null ? header : option != null ? option : inBody.toString();
        }
        return ThreadCases.of(client(), endpoint().getConfiguration(), threadId(exchange)).open().map(AcquireCase::id)
                .orElse(null);
    }

    /** A text that is no object, such as that of the message before, says nothing about closing. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> request(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        boolean isJson = body instanceof String text && text.stripLeading().startsWith("{");
        return body instanceof Map || isJson ? new LinkedHashMap<>(RequestBody.read(exchange, Map.class))
                : new LinkedHashMap<>();
    }
}
