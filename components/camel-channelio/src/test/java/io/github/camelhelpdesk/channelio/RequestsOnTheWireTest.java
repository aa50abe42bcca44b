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
package io.github.camelhelpdesk.channelio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;

/** What the requests are made of, where Channel.io's pages say it in more than one way. */
class RequestsOnTheWireTest extends ChannelioTestBase {

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private String chat;

    @BeforeEach
    void listen() {
        chat = simulator.openUserChat("Ann");
        for (int i = 0; i < 3; i++) {
            simulator.writeAsCustomer(chat, "m" + i);
        }
        simulator.faults().onAny().then(execution -> {
            calls.add(execution.call());
            return execution.process();
        });
    }

    @Test
    @DisplayName("C3, C4, C5: a list names its order in small letters, asks for JSON and sends no body")
    void listsAreAskedForAsAllVersionsOfThePageAllow() throws Exception {
        start("&startFrom=beginning", this::collect);
        awaitGot("m0", "m1", "m2");
        assertThat(calls).filteredOn(call -> call.query("limit") != null).isNotEmpty().allSatisfy(call -> {
            assertThat(call.query("sortOrder")).isIn("asc", "desc");
            assertThat(Integer.parseInt(call.query("limit"))).isBetween(1, 500);
        });
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.header("Accept")).isEqualTo("application/json");
            assertThat(call.header("x-access-key")).isEqualTo(simulator.accessKey());
            assertThat(call.header("x-access-secret")).isEqualTo(simulator.secretKey());
            assertThat(call.body()).isEmpty();
        });
    }

    @Test
    void moreThanAPageIsAskedForInPagesOfWhatIsAllowed() throws Exception {
        assertThat(call("channelio:listMessages?userChatId=" + chat, null, Map.of(ChannelioConstants.LIMIT, 100_000))
                .getException()).isNull();
        assertThat(calls).filteredOn(call -> call.path().endsWith("/messages")).singleElement()
                .satisfies(call -> assertThat(call.query("limit")).isEqualTo("500"));
    }

    @Test
    @DisplayName("C7: a cursor is handed back as it came, whatever it looks like")
    void c7CursorIsOpaque() throws Exception {
        String odd = "a+b/c==&x=\u00e4 1%";
        simulator.faults().clear();
        simulator.faults().on("GET", ".*/managers").then(execution -> {
            calls.add(execution.call());
            String next = calls.size() == 1 ? "\"next\":\"" + odd + "\"," : "";
            return Answer.of(200, "application/json", "{" + next + "\"managers\":[{\"id\":\"" + calls.size() + "\"}]}");
        });
        assertThat(call("channelio:listManagers", null, Map.of()).getMessage().getBody(List.class)).hasSize(2);
        assertThat(calls).extracting(call -> call.query("since")).containsExactly(null, odd);
    }
}
