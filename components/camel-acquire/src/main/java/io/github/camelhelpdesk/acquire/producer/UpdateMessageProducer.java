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
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.producer.RequestBody;

/** Gives a message another text. */
final class UpdateMessageProducer extends AcquireProducer {

    UpdateMessageProducer(AcquireEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected Object call(Exchange exchange) {
        String id = required(exchange, AcquireConstants.MESSAGE_ID, "which message");
        AcquireMessageRequest request = request(exchange);
        if (request == null || request.message() == null || request.message().isBlank()) {
            throw new IllegalArgumentException("updateMessage needs a body: the new text, or a Map or JSON with message");
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", request.type());
        message.put("message", request.message());
        if (request.translateLangKey() != null) {
            message.put("translateLangKey", request.translateLangKey());
        }
        return client().messages().update(id, message);
    }

    private static AcquireMessageRequest request(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof AcquireMessageRequest || body instanceof Map) {
            return RequestBody.read(exchange, AcquireMessageRequest.class);
        }
        String text = exchange.getMessage().getBody(String.class);
        boolean isJson = text != null && text.stripLeading().startsWith("{");
        return isJson ? RequestBody.read(RequestBody.json(text), AcquireMessageRequest.class)
                : AcquireMessageRequest.of(exchange.getMessage().getHeader(AcquireConstants.TYPE, String.class), text, null);
    }
}
