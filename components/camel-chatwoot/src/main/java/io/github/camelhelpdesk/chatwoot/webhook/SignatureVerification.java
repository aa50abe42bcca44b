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
package io.github.camelhelpdesk.chatwoot.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.HmacSignature;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;
import io.github.camelhelpdesk.common.webhook.WebhookVerification;

/**
 * Verifies Chatwoot's signature: HMAC-SHA256 of the timestamp, a dot, and the body as it came (chatwoot/chatwoot v4.15.1,
 * lib/webhooks/trigger.rb).
 */
final class SignatureVerification implements WebhookVerification {

    static final String SIGNATURE = "X-Chatwoot-Signature";
    static final String TIMESTAMP = "X-Chatwoot-Timestamp";
    static final String DELIVERY = "X-Chatwoot-Delivery";

    /** Chatwoot sets no limit of its own; five minutes are customary. */
    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** A UUID, or a signature. What is longer is not Chatwoot's, and would only fill the memory. */
    private static final int LONGEST_KEY = 100;
    private static final String SCHEME = "sha256=";

    private final Clock clock;

    SignatureVerification(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Delivery> verify(WebhookRequest request, SharedSecrets secrets) {
        String signature = request.header(SIGNATURE);
        String timestamp = request.header(TIMESTAMP);
        if (signature == null || !isFresh(timestamp) || !isSigned(signature, timestamp, request.body(), secrets)) {
            return Optional.empty();
        }
        // The delivery's id is not signed: the signature itself knows a replay under another id.
        return Optional.of(new Delivery(Stream.of(signature, request.header(DELIVERY))
                .filter(key -> key != null && key.length() <= LONGEST_KEY).toList()));
    }

    private boolean isFresh(String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        return Math.abs(age) <= WINDOW.toSeconds();
    }

    private static boolean isSigned(String signature, String timestamp, byte[] body, SharedSecrets secrets) {
        return signature.startsWith(SCHEME) && HmacSignature.matches(secrets, signature.substring(SCHEME.length()),
                (timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
    }
}
