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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;

class HmacVerificationTest {

    private static final String BODY = "{\"event\": \"case:status\"}";
    /** openssl dgst -sha256 -hmac topsecret */
    private static final String SIGNATURE = "1f2a1db61978e0cf2b7b0efd1adb1e89c27a9adfc44573822f52e3be2e6e03a4";

    private final HmacVerification verification = new HmacVerification();

    @Test
    @DisplayName("W2: the bytes of the body are what is signed, as they came")
    void w2BytesAreVerifiedAsTheyCame() {
        assertThat(verify(SIGNATURE, BODY, "topsecret")).isTrue();
        assertThat(verify(SIGNATURE, "{\"event\":\"case:status\"}", "topsecret")).isFalse();
    }

    @Test
    @DisplayName("W2: two keys are good while one is being replaced")
    void w2EachOfTwoKeysIsGood() {
        assertThat(verify(SIGNATURE, BODY, "new, topsecret")).isTrue();
        assertThat(verify(SIGNATURE, BODY, "new")).isFalse();
        assertThat(verify(SIGNATURE, BODY, null)).isFalse();
    }

    @Test
    void missingShortenedAndOtherSignaturesAreRefused() {
        assertThat(verify(null, BODY, "topsecret")).isFalse();
        assertThat(verify("", BODY, "topsecret")).isFalse();
        assertThat(verify(SIGNATURE.substring(1), BODY, "topsecret")).isFalse();
        assertThat(verify("sha256=" + SIGNATURE, BODY, "topsecret")).isFalse();
        assertThat(verify(SIGNATURE + "0", BODY, "topsecret")).isFalse();
        assertThat(verify(SIGNATURE.toUpperCase(Locale.ROOT), BODY, "topsecret")).isFalse();
        assertThat(verify(SIGNATURE, "", "topsecret")).isFalse();
        assertThat(verify("", "", "topsecret")).isFalse();
    }

    private boolean verify(String signature, String body, String secrets) {
        Map<String, Object> headers = signature == null ? Map.of() : Map.of("x-acquire-signature", signature);
        return verification.verify(new WebhookRequest("POST", headers, null, body.getBytes(StandardCharsets.UTF_8)),
                SharedSecrets.parse(secrets)).isPresent();
    }
}
