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
package io.github.camelhelpdesk.testkit.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends AcquireTestBase {

    @ParameterizedTest
    @ValueSource(strings = { "Bearer wrong", "Bearer  %s", "%s", "Basic %s" })
    void onlyTheKeyAfterBearerAndOneSpaceIsLetIn(String authorization) {
        HttpResponse<String> refused = client(authorization.formatted(simulator.apiKey())).get(CASES);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(errorType(refused)).isEqualTo("ERROR_UNAUTHORIZED");
        assertThat(refused.body()).doesNotContain(simulator.apiKey());
    }

    @Test
    void aKeyInTheQueryIsNone() {
        assertThat(client("none").get(CASES + "?Authorization=Bearer%20" + simulator.apiKey()).statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyWithoutThePermissionIsForbidden() {
        String thread = simulator.openCase("Zoe");
        simulator.forbid(AcquirePermission.CASE);
        HttpResponse<String> refused = client.get(CASES + "/" + thread);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(errorType(refused)).isEqualTo("ERROR_UNAUTHORIZED_ACCESS");
        assertThat(client.get(CONTACTS).statusCode()).isEqualTo(200);
        simulator.permit(AcquirePermission.CASE);
        assertThat(client.get(CASES + "/" + thread).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownAddressIsNotFoundAndAnUnknownObjectABadRequest() {
        assertThat(client.get("/nothing").statusCode()).isEqualTo(404);
        for (String path : new String[] { CASES + "/1", CASE_MESSAGES + "/1", CONTACTS + "/1", "/webhook/1" }) {
            HttpResponse<String> refused = client.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(errorType(refused)).as(path).isEqualTo("ERROR_RECORD_NOT_FOUND");
        }
    }

    @Test
    void anIdThatIsNoNumberIsInvalid() {
        assertThat(errorType(client.get(CASES + "/abc"))).isEqualTo("ERROR_INVALID_INPUT");
        assertThat(errorType(client.get("/crm/messenger/chat/messages?threadId=1"))).isEqualTo("ERROR_INVALID_INPUT");
    }

    @Test
    void everyAnswerTellsTheSimulatorsTime() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(client.get(CASES).headers().firstValue("Date")).contains("Wed, 04 Mar 2026 05:06:07 GMT");
    }
}
