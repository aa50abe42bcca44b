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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;

class SignatureVerificationTest {

    private static final String BODY = "{\"event_type\":\"message.created\",\"data\":{\"id\":7}}";
    /** HMAC-SHA256 with the key topsecret. */
    private static final String SIGNATURE = "9fc183125fdf1491778ef4e81904889d0c624f6eb575e6d51efbc6fb8beea1d9";
    private static final String OF_NOTHING = "818f9cb88315ac08b5ef83f96650ca6f4e3dddcb4548e4879b746f56b57fa2b0";

    private final SignatureVerification verification = new SignatureVerification();

    @Test
    @DisplayName("W2: the bytes of the body are what is signed, as they came")
    void w2BytesAreVerifiedAsTheyCame() {
        assertThat(verify(SIGNATURE, BODY)).isPresent();
        assertThat(verify(SIGNATURE, BODY + " ")).isEmpty();
        assertThat(verify(SIGNATURE, "")).isEmpty();
        assertThat(verify(OF_NOTHING, "")).isPresent();
    }

    @Test
    @DisplayName("W2: a signature that is missing, of another length or in upper case is none")
    void w2OtherSignaturesAreRefused() {
        assertThat(verify(null, BODY)).isEmpty();
        assertThat(verify("", BODY)).isEmpty();
        assertThat(verify(SIGNATURE.substring(1), BODY)).isEmpty();
        assertThat(verify(SIGNATURE + "0", BODY)).isEmpty();
        assertThat(verify(SIGNATURE.toUpperCase(Locale.ROOT), BODY)).isEmpty();
        assertThat(verify("sha256=" + SIGNATURE, BODY)).isEmpty();
    }

    @Test
    @DisplayName("W2: a message that comes again is known by its id, however often it is signed")
    void w2MessageThatComesAgainIsKnown() {
        assertThat(verify(SIGNATURE, BODY).orElseThrow().keys()).containsExactly("message.created/7");
        assertThat(verify(OF_NOTHING, "").orElseThrow().keys()).isEmpty();
    }

    private Optional<Delivery> verify(String signature, String body) {
        Map<String, Object> headers = signature == null ? Map.of() : Map.of(SignatureVerification.SIGNATURE, signature);
        return verification.verify(new WebhookRequest("POST", headers, null, body.getBytes(StandardCharsets.UTF_8)),
                SharedSecrets.parse("other, topsecret"));
    }
}
