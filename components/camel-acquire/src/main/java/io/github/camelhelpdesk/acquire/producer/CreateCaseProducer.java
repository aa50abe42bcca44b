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
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.producer.RequestBody;

/** Opens a case for a contact: in a thread of its own, or as the next one of a given thread. */
final class CreateCaseProducer extends AcquireProducer {

    private static final String THREAD = "threadId";
    private static final String CHANNEL = "channel";

    CreateCaseProducer(AcquireEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        Map<String, Object> request = request(exchange);
        String thread = ownHeader(exchange, AcquireConstants.THREAD_ID, String.class);
        put(request, THREAD, Ids.number(thread == null ? endpoint().getThreadId() : thread));
        put(request, CHANNEL, ownHeader(exchange, AcquireConstants.CHANNEL, String.class));
        AcquireCase created = client().cases().create(contact(exchange, request.get(THREAD)), request);
        exchange.getMessage().setHeader(HelpdeskConstants.CONVERSATION_ID, created.thread());
        exchange.getMessage().setHeader(AcquireConstants.CASE_ID, created.id());
        return created;
    }

    /** That of a thread need not be told. */
    private String contact(Exchange exchange, Object thread) {
        String contact = contactId(exchange);
        if (contact == null && thread != null) {
            contact = client().cases().get(thread.toString()).contactKey();
        }
        return required(contact, AcquireConstants.CONTACT_ID, "for which contact");
    }

    /** Acquire knows more fields than its page explains, so that all are passed on. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> request(Exchange exchange) {
        Map<String, Object> request = RequestBody.read(exchange, Map.class);
        return request == null ? new LinkedHashMap<>() : new LinkedHashMap<>(request);
    }

    private static void put(Map<String, Object> request, String name, Object value) {
        if (value != null) {
            request.put(name, value);
        }
    }
}
