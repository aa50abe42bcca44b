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
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.AcquireConstants;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.common.HelpdeskConstants;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.common.producer.Preface;
import io.github.camelhelpdesk.common.producer.RequestBody;

/**
 * Makes requests of whatever the body is: a neutral message, a request, a Map or JSON with the fields of either, a message of
 * this component, or a plain text.
 */
final class MessageRequests {

    private final AcquireConfiguration configuration;

    /** @param configuration says where to split texts, and as whom customers speak */
    MessageRequests(AcquireConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The message in its parts. */
    List<AcquireMessageRequest> of(Exchange exchange, TargetCase target, SendChannel channel) {
        Object body = exchange.getMessage().getBody();
        NeutralRequests neutral = new NeutralRequests(configuration, target, channel);
        if (body instanceof AcquireMessageRequest request) {
            return List.of(neutral.whole(request));
        }
        if (body instanceof HelpdeskMessage message) {
            return neutral(message, exchange.getMessage(), neutral);
        }
        if (body instanceof Map<?, ?> map) {
            return json(HelpdeskJson.mapper().valueToTree(map), exchange.getMessage(), neutral);
        }
        // The messages that consumers hand out are records; other bodies, such as files and streams, are text.
        HelpdeskMessage read = body instanceof Record
                ? exchange.getContext().getTypeConverter().tryConvertTo(HelpdeskMessage.class, exchange, body)
                : null;
        return read == null ? text(exchange.getMessage(), neutral) : neutral(read, exchange.getMessage(), neutral);
    }

    private static List<AcquireMessageRequest> neutral(HelpdeskMessage message, Message in, NeutralRequests neutral) {
        return neutral.of(message, Preface.of(in), in.getHeader(HelpdeskConstants.SILENT, false, Boolean.class));
    }

    private static List<AcquireMessageRequest> text(Message in, NeutralRequests neutral) {
        String text = in.getBody(String.class);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("Nothing to send: the body is empty");
        }
        if (text.stripLeading().startsWith("{")) {
            return json(RequestBody.json(text), in, neutral);
        }
        return neutral.of(AcquireMessageRequest.of(in.getHeader(AcquireConstants.TYPE, String.class), text,
                in.getHeader(AcquireConstants.USER_TYPE, String.class)));
    }

    private static List<AcquireMessageRequest> json(JsonNode json, Message in, NeutralRequests neutral) {
        return RequestBody.isNeutral(json) ? neutral(RequestBody.neutral(json), in, neutral)
                : List.of(neutral.whole(RequestBody.read(json, AcquireMessageRequest.class)));
    }
}
