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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.webhook.Delivery;
import io.github.camelhelpdesk.common.webhook.SharedSecrets;
import io.github.camelhelpdesk.common.webhook.WebhookRequest;

class SignatureVerificationTest {

    private static final long NOW = 1_767_268_800;
    /** As Rails escapes it: written again it would be shorter. */
    private static final byte[] BODY = "{\"event\":\"message_created\", \"content\":\"\\u003cb\\u003e \\u0026 \\u00e9\"}"
            .getBytes(StandardCharsets.UTF_8);

    private final SignatureVerification verification = new SignatureVerification(
            Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
    private final SharedSecrets secrets = SharedSecrets.parse("first,second");

    @Test
    @DisplayName("W2: the signature is of timestamp, dot and the bytes as they came")
    void w2RawBytesAreVerified() throws Exception {
        assertThat(isVerified(signed("first", NOW, BODY))).isTrue();

        byte[] writtenAgain = HelpdeskJson.mapper().writeValueAsBytes(HelpdeskJson.mapper().readTree(BODY));
        assertThat(writtenAgain).isNotEqualTo(BODY);
        assertThat(isVerified(with(signed("first", NOW, BODY), writtenAgain))).isFalse();
    }

    @Test
    @DisplayName("W2: a signature of the body alone is none")
    void w2SignatureOfTheBodyAloneIsRefused() {
        Map<String, Object> headers = new HashMap<>(signed("first", NOW, BODY).headers());
        headers.put(SignatureVerification.SIGNATURE, "sha256=" + hmac("first", BODY));
        assertThat(isVerified(new WebhookRequest("POST", headers, null, BODY))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = { -300, -1, 0, 299, 300 })
    @DisplayName("W2: five minutes either way are fresh")
    void w2FreshTimestampIsTaken(long age) {
        assertThat(isVerified(signed("first", NOW - age, BODY))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = { -301, 301, 86_400, NOW })
    @DisplayName("W2: anything older or newer is refused though it is signed")
    void w2StaleTimestampIsRefused(long age) {
        assertThat(isVerified(signed("first", NOW - age, BODY))).isFalse();
    }

    @Test
    @DisplayName("W2: while a secret is replaced, both are good")
    void w2EachOfTwoSecretsIsGood() {
        assertThat(isVerified(signed("first", NOW, BODY))).isTrue();
        assertThat(isVerified(signed("second", NOW, BODY))).isTrue();
        assertThat(isVerified(signed("third", NOW, BODY))).isFalse();
        assertThat(isVerified(signed("first,second", NOW, BODY))).isFalse();
    }

    @Test
    void idThatIsTooLongForOneIsNotRemembered() {
        Map<String, Object> headers = new HashMap<>(signed("first", NOW, BODY).headers());
        headers.put(SignatureVerification.DELIVERY, "x".repeat(101));
        Delivery delivery = verification.verify(new WebhookRequest("POST", headers, null, BODY), secrets).orElseThrow();
        assertThat(delivery.keys()).containsExactly((String) headers.get(SignatureVerification.SIGNATURE));
    }

    @Test
    void tamperedBodyIsRefused() {
        byte[] tampered = BODY.clone();
        tampered[20] ^= 1;
        assertThat(isVerified(with(signed("first", NOW, BODY), tampered))).isFalse();
    }

    @Test
    @DisplayName("W2: a signature without its scheme, of another length or in another case is none")
    void w2OtherSignaturesAreRefused() {
        WebhookRequest request = signed("first", NOW, BODY);
        String signature = request.header(SignatureVerification.SIGNATURE);
        for (String other : List.of("", "sha256=", signature.substring("sha256=".length()), signature + "0",
                signature.substring(0, signature.length() - 1), signature.replace("sha256", "SHA256"),
                signature.replace("sha256", "sha1"),
                "sha256=" + signature.substring("sha256=".length()).toUpperCase(Locale.ROOT))) {
            Map<String, Object> headers = new HashMap<>(request.headers());
            headers.put(SignatureVerification.SIGNATURE, other);
            assertThat(isVerified(new WebhookRequest("POST", headers, null, BODY))).as(other).isFalse();
        }
    }

    @Test
    @DisplayName("W2: an empty body is signed like any other")
    void w2EmptyBodyIsSignedToo() {
        assertThat(isVerified(signed("first", NOW, new byte[0]))).isTrue();
        assertThat(isVerified(with(signed("first", NOW, BODY), new byte[0]))).isFalse();
    }

    @Test
    @DisplayName("W2: an old delivery does not become fresh by another timestamp")
    void w2TimestampIsSigned() {
        Map<String, Object> headers = new HashMap<>(signed("first", NOW - 301, BODY).headers());
        headers.put(SignatureVerification.TIMESTAMP, String.valueOf(NOW));
        assertThat(isVerified(new WebhookRequest("POST", headers, null, BODY))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { SignatureVerification.SIGNATURE, SignatureVerification.TIMESTAMP })
    void missingHeaderIsRefused(String header) {
        Map<String, Object> headers = new HashMap<>(signed("first", NOW, BODY).headers());
        headers.remove(header);
        assertThat(isVerified(new WebhookRequest("POST", headers, null, BODY))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "soon", "-5", "1767268800.5", "99999999999999999999" })
    void timestampThatIsNoneIsRefused(String timestamp) {
        Map<String, Object> headers = new HashMap<>(signed("first", NOW, BODY).headers());
        headers.put(SignatureVerification.TIMESTAMP, timestamp);
        headers.put(SignatureVerification.SIGNATURE, "sha256=" + hmac("first", bytes(timestamp + ".", BODY)));
        assertThat(isVerified(new WebhookRequest("POST", headers, null, BODY))).isFalse();
    }

    @Test
    void withoutSecretsNothingIsVerified() {
        assertThat(verification.verify(signed("first", NOW, BODY), SharedSecrets.parse(null))).isEmpty();
    }

    @Test
    @DisplayName("W2: a replay is known by its signature, whatever it calls itself")
    void w2ReplayUnderAnotherIdHasAKeyInCommon() {
        WebhookRequest request = signed("first", NOW, BODY);
        Map<String, Object> renamed = new HashMap<>(request.headers());
        renamed.put(SignatureVerification.DELIVERY, "another");

        Delivery replay = verification.verify(new WebhookRequest("POST", renamed, null, BODY), secrets).orElseThrow();
        assertThat(verification.verify(request, secrets).orElseThrow().keys()).contains("delivery-1")
                .containsAnyElementsOf(replay.keys());
    }

    private boolean isVerified(WebhookRequest request) {
        return verification.verify(request, secrets).isPresent();
    }

    private static WebhookRequest with(WebhookRequest request, byte[] body) {
        return new WebhookRequest(request.method(), request.headers(), null, body);
    }

    private static WebhookRequest signed(String secret, long timestamp, byte[] body) {
        return new WebhookRequest("POST", Map.of(SignatureVerification.TIMESTAMP, String.valueOf(timestamp),
                SignatureVerification.SIGNATURE, "sha256=" + hmac(secret, bytes(timestamp + ".", body)),
                SignatureVerification.DELIVERY, "delivery-1"), null, body);
    }

    private static byte[] bytes(String before, byte[] body) {
        return (before + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static String hmac(String secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
