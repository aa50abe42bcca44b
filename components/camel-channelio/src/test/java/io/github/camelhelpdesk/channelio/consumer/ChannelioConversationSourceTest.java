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
package io.github.camelhelpdesk.channelio.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.channelio.ChannelioEndpoint;
import io.github.camelhelpdesk.channelio.ChannelioTestBase;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.testkit.fault.FaultRule;
import io.github.camelhelpdesk.testkit.http.Answer;

class ChannelioConversationSourceTest extends ChannelioTestBase {

    @Test
    @DisplayName("M2: what polls have seen that failed half-way, one after the other, is kept once")
    void m2PollsThatFailHalfWayKeepEachConversationOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            simulator.openUserChat("Customer " + i);
        }
        DefaultCamelContext context = context();
        ChannelioEndpoint endpoint = context.getEndpoint("channelio:conversations?maxRetries=0", ChannelioEndpoint.class);
        context.start();
        ChannelioConversationSource source = new ChannelioConversationSource(endpoint);
        FaultRule away = simulator.faults().on("GET", USER_CHATS).when(call -> "missed".equals(call.query("state")))
                .then(execution -> Answer.empty(500));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> source.changes(Instant.EPOCH)).isInstanceOf(HelpdeskException.class);
        }
        away.remove();
        assertThat(source.changes(Instant.EPOCH).snapshots()).hasSize(20);
    }
}
