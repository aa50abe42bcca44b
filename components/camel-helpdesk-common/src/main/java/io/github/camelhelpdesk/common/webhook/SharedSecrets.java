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
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a provider and we both know: several while a secret is being replaced, and each of them is good. */
public final class SharedSecrets {

    private final List<byte[]> secrets;

    private SharedSecrets(List<byte[]> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /**
     * Reads the option {@code webhookVerifyToken}.
     *
     * @param list secrets with commas between them, or null for none
     */
    public static SharedSecrets parse(String list) {
        return new SharedSecrets(list == null ? List.of()
                : Arrays.stream(list.split(",")).map(String::strip).filter(secret -> !secret.isEmpty())
                        .map(SharedSecrets::bytes).toList());
    }

    /** These and one more; unchanged when it is null or empty. */
    public SharedSecrets and(String secret) {
        if (secret == null || secret.isEmpty()) {
            return this;
        }
        List<byte[]> more = new ArrayList<>(secrets);
        more.add(bytes(secret));
        return new SharedSecrets(more);
    }

    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    /** Each secret as UTF-8, as a key for signatures. */
    public List<byte[]> keys() {
        return secrets.stream().map(byte[]::clone).toList();
    }

    /** Whether a text is one of the secrets. The time it takes tells nothing about them. */
    public boolean contains(String presented) {
        if (presented == null) {
            return false;
        }
        byte[] candidate = bytes(presented);
        boolean found = false;
        for (byte[] secret : secrets) {
            found |= MessageDigest.isEqual(candidate, secret);
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Their number only. */
    @Override
    public String toString() {
        return secrets.size() + " secrets";
    }
}
