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
package io.github.camelhelpdesk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;

@Simulate
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatorExtensionTest {

    private static int portOfTheFirstTest;

    @Simulate
    ChatwootSimulator field;

    private ChatwootSimulator fromSetUp;

    @BeforeEach
    void setUp(ChatwootSimulator simulator) {
        fromSetUp = simulator;
    }

    @Test
    @Order(1)
    void aTestGetsOneSimulatorOfAKindHoweverItAsks(ChatwootSimulator chatwoot, ChannelioSimulator channelio) {
        assertThat(chatwoot).isSameAs(fromSetUp).isSameAs(field);
        assertThat(channelio.port()).isPositive();
        chatwoot.openConversation("Zoe");
        portOfTheFirstTest = chatwoot.port();
    }

    @Test
    @Order(2)
    void theNextTestGetsAFreshOneAndTheOldOneIsClosed(ChatwootSimulator chatwoot) {
        assertThat(chatwoot.conversations()).isEmpty();
        assertThat(chatwoot.port()).isNotEqualTo(portOfTheFirstTest);
        assertThatThrownBy(() -> new Socket("localhost", portOfTheFirstTest).close()).isInstanceOf(ConnectException.class);
    }
}
