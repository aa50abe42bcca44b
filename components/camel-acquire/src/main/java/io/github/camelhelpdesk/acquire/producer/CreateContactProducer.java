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
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.producer.RequestBody;

/** Creates a contact. */
final class CreateContactProducer extends AcquireProducer {

    private static final String FIELDS = "fields";

    CreateContactProducer(AcquireEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        Map<String, Object> request = exchange.getMessage().getBody() instanceof Contact contact ? request(contact)
                : request(exchange);
        AcquireContact created = client().contacts().create(request);
        exchange.getMessage().setHeader(AcquireConstants.CONTACT_ID, created.id());
        return created;
    }

    /** What Acquire is to know of somebody stands under fields, whether the body has them there or not. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> request(Exchange exchange) {
        Map<String, Object> body = RequestBody.read(exchange, Map.class);
        if (body == null || body.isEmpty()) {
            throw new IllegalArgumentException("createContact needs a body: a Map or JSON with name, email, phone or custom"
                    + " attributes, or a contact");
        }
        return body.containsKey(FIELDS) ? body : Map.of(FIELDS, body);
    }

    private static Map<String, Object> request(Contact contact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "name", contact.name());
        put(fields, "email", contact.email());
        put(fields, "phone", contact.phone());
        return Map.of(FIELDS, fields);
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }
}
