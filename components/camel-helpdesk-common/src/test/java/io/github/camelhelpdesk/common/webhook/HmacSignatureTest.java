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
package io.github.camelhelpdesk.common.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacSignatureTest {

    /** RFC 4231, test case 2. */
    private static final String KEY = "Jefe";
    private static final String TEXT = "what do ya want for nothing?";
    private static final String SIGNATURE = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    /** Of nothing, with the same key. */
    private static final String OF_NOTHING = "923598ca6d64af2a5dba79dcd021a8a0fe5c5f557519adaaf0ad532d4506dd30";

    @Test
    void signatureOfAllPartsOneAfterTheOtherIsGood() {
        assertThat(matches(SIGNATURE, TEXT)).isTrue();
        assertThat(matches(SIGNATURE, "what do ya ", "want for ", "nothing?")).isTrue();
        assertThat(matches(SIGNATURE, "want for ", "what do ya ", "nothing?")).isFalse();
        assertThat(matches(SIGNATURE, TEXT + "?")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "5", "5bdcc146", SIGNATURE + "0", SIGNATURE + SIGNATURE, " " + SIGNATURE,
            "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843",
            "6bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844" })
    void signatureOfAnotherLengthOrCaseOrWithOneOtherDigitIsNone(String presented) {
        assertThat(matches(presented, TEXT)).isFalse();
    }

    @Test
    void emptyBodyHasASignatureOfItsOwn() {
        assertThat(matches(OF_NOTHING, "")).isTrue();
        assertThat(matches(OF_NOTHING, TEXT)).isFalse();
        assertThat(matches(SIGNATURE, "")).isFalse();
        assertThat(matches("", "")).isFalse();
    }

    @Test
    void eachOfTheSecretsIsGoodAndWithoutOneNothingIs() {
        assertThat(HmacSignature.matches(SharedSecrets.parse(KEY + ",other"), SIGNATURE, bytes(TEXT))).isTrue();
        assertThat(HmacSignature.matches(SharedSecrets.parse("other," + KEY), SIGNATURE, bytes(TEXT))).isTrue();
        assertThat(HmacSignature.matches(SharedSecrets.parse("other"), SIGNATURE, bytes(TEXT))).isFalse();
        assertThat(HmacSignature.matches(SharedSecrets.parse(null), SIGNATURE, bytes(TEXT))).isFalse();
    }

    private static boolean matches(String presented, String... parts) {
        byte[][] bytes = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = bytes(parts[i]);
        }
        return HmacSignature.matches(SharedSecrets.parse(KEY), presented, bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
