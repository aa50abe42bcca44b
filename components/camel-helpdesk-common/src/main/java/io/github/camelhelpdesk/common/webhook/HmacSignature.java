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
