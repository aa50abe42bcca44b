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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in lower-case hexadecimal, by which several providers sign their webhooks. */
public final class HmacSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private HmacSignature() {
    }

    /**
     * Whether one of the secrets has signed the parts, one after the other. The time it takes tells nothing about the secrets.
     *
     * @param presented the signature that came with them, in lower-case hexadecimal
     */
    public static boolean matches(SharedSecrets secrets, String presented, byte[]... parts) {
        byte[] candidate = presented.getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (byte[] key : secrets.keys()) {
            signed |= MessageDigest.isEqual(sign(key, parts).getBytes(StandardCharsets.UTF_8), candidate);
        }
        return signed;
    }

    private static String sign(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
