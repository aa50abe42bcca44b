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
package io.github.camelhelpdesk.acquire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.webhook.WakeUp;

class AcquireEventsTest {

    private final AcquireEvents events = new AcquireEvents(null);

    @ParameterizedTest
    @ValueSource(strings = { "{'event':'case:status','data':{'caseId':'7','status':'active'}}",
            "{'event':'user:case-invite','data':{'caseId':7}}" })
    void eventOfACaseHasTheListOfCasesRead(String event) throws Exception {
        assertThat(events.wakeUp(json(event))).contains(new WakeUp(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'event':'agent:status','data':{'userId':'7'}}", "{'event':'x','data':[1]}", "{}",
            "{'data':{'caseId':null}}", "{'data':{'caseId':{}}}" })
    void otherEventsWakeNobody(String event) throws Exception {
        assertThat(events.wakeUp(json(event))).isEmpty();
    }

    @Test
    void onlyTheContactThatIsReadCounts() throws Exception {
        JsonNode event = json("{'data':{'caseId':'7','contact':{'id':'12'}}}");

        assertThat(new AcquireEvents("12").isOurs(event)).isTrue();
        assertThat(new AcquireEvents("13").isOurs(event)).isFalse();
        assertThat(new AcquireEvents("13").isOurs(json("{'data':{'caseId':'7'}}"))).isTrue();
    }

    private static JsonNode json(String text) throws Exception {
        return HelpdeskJson.mapper().readTree(text.replace('\'', '"'));
    }
}
