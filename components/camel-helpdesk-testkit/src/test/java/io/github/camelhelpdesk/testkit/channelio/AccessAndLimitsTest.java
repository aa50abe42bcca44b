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
package io.github.camelhelpdesk.testkit.channelio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.testkit.http.TestClient;

class AccessAndLimitsTest extends ChannelioTestBase {

    @Test
    void bothKeysHaveToBeRight() {
        assertThat(client(simulator.accessKey(), "wrong").get("/channel").statusCode()).isEqualTo(401);
        HttpResponse<String> refused = client("wrong", simulator.secretKey()).get("/channel");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(TestClient.json(refused).path("status").asInt()).isEqualTo(401);
        assertThat(TestClient.json(refused).path("message").asText()).isNotEmpty();
        assertThat(refused.body()).doesNotContain(simulator.secretKey());
    }

    @Test
    void anUnknownAddressIsNotFound() {
        HttpResponse<String> refused = client.get("/nothing");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(TestClient.json(refused).path("commonErrorCode").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void everyAnswerTellsOfTheLimitAndTheTime() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07Z"));
        var headers = client.get("/channel").headers();
        assertThat(headers.firstValue("x-ratelimit-limit")).contains("1000");
        assertThat(headers.firstValue("x-ratelimit-remaining")).contains("999");
        assertThat(headers.firstValue("x-ratelimit-reset")).contains("1772600768");
        assertThat(headers.firstValue("Date")).contains("Wed, 04 Mar 2026 05:06:07 GMT");
    }

    @Test
    void anEnforcedLimitRefusesUntilTheClockHasRefilledIt() {
        simulator.clock().fix(Instant.parse("2026-03-04T05:06:07Z"));
        simulator.enforceRateLimit(2, 1);
        client.get("/channel");
        client.get("/channel");
        HttpResponse<String> refused = client.get("/channel");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("x-ratelimit-remaining")).contains("0");
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(client.get("/channel").statusCode()).isEqualTo(200);
    }
}
