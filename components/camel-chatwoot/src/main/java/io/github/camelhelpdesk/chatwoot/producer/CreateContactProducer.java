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

import io.github.camelhelpdesk.chatwoot.ChatwootEndpoint;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContactRequest;
import io.github.camelhelpdesk.common.model.Contact;
import io.github.camelhelpdesk.common.producer.RequestBody;

/** Creates a contact. */
final class CreateContactProducer extends ChatwootProducer {

    CreateContactProducer(ChatwootEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        ChatwootContactRequest request = exchange.getMessage().getBody() instanceof Contact contact
                ? ChatwootContactRequest.of(contact.name(), contact.email(), contact.phone(), contact.externalId())
                : RequestBody.read(exchange, ChatwootContactRequest.class);
        if (request == null) {
            throw new IllegalArgumentException("createContact needs a body: a Map or JSON with name, email, phone_number or"
                    + " identifier, or a contact");
        }
        return getEndpoint().client().contacts().create(request);
    }
}
