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
package io.github.camelhelpdesk.signalzen.webhook;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.HmacSignature;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;
import io.github.camelhelpdesk.common.webhook.WebhookVerification;

/**
 * Verifies SignalZen's signature: HMAC-SHA256 of the body as it came, keyed with the API Secret Key, in lower-case hex (page
 * "Security"). It covers no time, so that a replay can be told by what it is about only.
 */
final class SignatureVerification implements WebhookVerification {

    static final String SIGNATURE = "x-signalzen-signature";

    @Override
    public Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets) {
        String signature = request.header(SIGNATURE);
        return signature == null || !HmacSignature.matches(secrets, signature, request.body()) ? Optional.empty()
                : Optional.of(new Delivery(keys(request.body())));
    }

    /** A message is created once. A user may be closed and rated again, so that an event of one can be as good as another. */
    private static List<String> keys(byte[] body) {
        try {
            JsonNode event = HelpdeskJson.mapper().readTree(body);
            String type = event.path("event_type").asText();
            JsonNode id = event.path("data").path("id");
            return type.equals(SignalzenEvents.MESSAGE_CREATED) && id.isValueNode() && !id.isNull()
                    ? List.of(type + "/" + id.asText())
                    : List.of();
        } catch (IOException e) {
            // It is signed, and no JSON: the gate answers it.
            return List.of();
        }
    }
}
