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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1", "224.0.0.1", "239.255.255.255",
            "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::7f00:1", "fe80::1",
            "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe" })
    void isNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.1.1.1", "8.8.8.8", "93.184.215.14", "100.63.255.255", "100.128.0.0", "172.15.255.255",
            "172.32.0.0", "192.0.1.1", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
            "64:ff9b::808:808" })
    void isPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void nameWithOneAddressThatIsNotPublicIsRefused() {
        DnsResolver mixed = resolver(List.of("8.8.8.8", "10.0.0.1"));
        assertThatThrownBy(() -> new PublicAddresses(mixed).resolve("files.example"))
                .isInstanceOf(PublicAddresses.NotPublicException.class).hasMessageNotContaining("files.example");
    }

    @Test
    void nameThatResolvesToAnotherAddressNextTimeIsCheckedNextTime() throws Exception {
        DnsResolver rebinding = resolver(List.of("8.8.8.8"), List.of("127.0.0.1"));
        PublicAddresses addresses = new PublicAddresses(rebinding);
        assertThat(addresses.resolve("files.example")).containsExactly(InetAddress.getByName("8.8.8.8"));
        assertThatThrownBy(() -> addresses.resolve("files.example"))
                .isInstanceOf(PublicAddresses.NotPublicException.class);
    }

    @SafeVarargs
    private static DnsResolver resolver(List<String>... answers) {
        Deque<List<String>> left = new ArrayDeque<>(List.of(answers));
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                List<InetAddress> addresses = new java.util.ArrayList<>();
                for (String address : left.remove()) {
                    addresses.add(InetAddress.getByName(address));
                }
                return addresses.toArray(new InetAddress[0]);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
