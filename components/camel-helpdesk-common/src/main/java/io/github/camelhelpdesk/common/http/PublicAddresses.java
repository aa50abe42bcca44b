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
package io.github.camelhelpdesk.common.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses only. It is the resolver of the HTTP client itself, so that what was checked is what is
 * connected to, whatever the name resolves to a moment later. A name with one address that is not public is refused.
 */
final class PublicAddresses implements DnsResolver {

    /** First address and number of fixed bits of what is not public (IANA IPv4 Special-Purpose Address Registry). */
    private static final long[][] SPECIAL = { { 0x00000000L, 8 }, { 0x0A000000L, 8 }, { 0x64400000L, 10 }, { 0x7F000000L, 8 },
            { 0xA9FE0000L, 16 }, { 0xAC100000L, 12 }, { 0xC0000000L, 24 }, { 0xC0000200L, 24 }, { 0xC0586300L, 24 },
            { 0xC0A80000L, 16 }, { 0xC6120000L, 15 }, { 0xC6336400L, 24 }, { 0xCB007100L, 24 }, { 0xE0000000L, 3 } };
    private static final byte[] NAT64 = { 0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0 };

    private final DnsResolver resolver;

    PublicAddresses(DnsResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw new NotPublicException();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublicVersion4(number(bytes, 0)) : isPublicVersion6(bytes);
    }

    private static boolean isPublicVersion4(long address) {
        for (long[] block : SPECIAL) {
            if (address >> 32 - block[1] == block[0] >> 32 - block[1]) {
                return false;
            }
        }
        return true;
    }

    /** Global unicast only, without what leads to an IPv4 address of its own, and documentation. */
    private static boolean isPublicVersion6(byte[] bytes) {
        if (java.util.Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length)) {
            return isPublicVersion4(number(bytes, NAT64.length));
        }
        long first = number(bytes, 0);
        boolean isTunnel = first >> 16 == 0x2002 || first == 0x20010000L;
        boolean isDocumentation = first == 0x20010DB8L || first >> 12 == 0x3FFF0;
        return first >> 29 == 1 && !isTunnel && !isDocumentation;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + 4; i++) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }

    /** The name leads to a place that strangers must not have read. */
    static final class NotPublicException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublicException() {
            super("the address is not public");
        }
    }
}
