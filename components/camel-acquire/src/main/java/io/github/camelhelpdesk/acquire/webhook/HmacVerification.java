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
package io.github.camelhelpdesk.acquire.webhook;

import java.util.List;
import java.util.Optional;

import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.HmacSignature;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;
import io.github.camelhelpdesk.common.webhook.WebhookVerification;

/**
 * Verifies Acquire's signature: HMAC-SHA256 of the body, keyed with the webhook's {@code hmacKey} (page "HMAC for Webhooks").
 * Its
 * sample signs the JSON written once more; we take the bytes as they came, which is the same for whoever sends what he has
 * signed.
 * There is no time in it: only a delivery that is still remembered is known again.
 */
final class HmacVerification implements WebhookVerification {

    static final String SIGNATURE = "x-acquire-signature";

    @Override
    public Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets) {
        String signature = request.header(SIGNATURE);
        return signature != null && HmacSignature.matches(secrets, signature.strip(), request.body())
                ? Optional.of(new Delivery(List.of(signature.strip())))
                : Optional.empty();
    }
}
