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
package io.github.camelhelpdesk.acquire.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.acquire.AcquireTestBase;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.testkit.fault.Fault;
import io.github.camelhelpdesk.testkit.http.Answer;

class AcquireErrorReaderTest extends AcquireTestBase {

    @ParameterizedTest
    @ValueSource(strings = { "{'type':'ERROR_INVALID_INPUT','message':'bad limit'}",
            "{'error':{'type':'ERROR_INVALID_INPUT','message':'bad limit'}}",
            "{'errors':[{'code':'ERROR_INVALID_INPUT'},{'message':'bad limit'}]}",
            "{'data':{'error':{'type':'ERROR_INVALID_INPUT','message':'bad limit'}}}", "ERROR_INVALID_INPUT bad limit" })
    void whatIsWrongIsFoundWhereverItStands(String body) throws Exception {
        assertThat(failure(400, body)).hasMessageContaining("ERROR_INVALID_INPUT").hasMessageContaining("bad limit")
                .hasMessageContaining("GET /crm/objects/case of acquire account simulated").satisfies(
                        e -> assertThat(((HelpdeskException) e).statusCode()).isEqualTo(400));
    }

    @ParameterizedTest
    @CsvSource({ "ERROR_RECORD_NOT_FOUND,404", "ERROR_DUPLICATE_RECORD_FOUND,400", "ERROR_INVALID_INPUT,400" })
    void recordThatIsNotThereIsA404(String type, int status) throws Exception {
        HelpdeskException failure = failure(400, "{'error':{'type':'" + type + "'}}");
        assertThat(failure.statusCode()).isEqualTo(status);
        assertThat(failure.outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void unreadableErrorIsAnErrorAllTheSame() throws Exception {
        assertThat(failure(403, "<html>no</html>").concernsAccount()).isTrue();
        assertThat(failure(500, "").outcome()).isEqualTo(Outcome.UNCLEAR);
    }

    private HelpdeskException failure(int status, String body) throws Exception {
        simulator.faults().clear();
        simulator.faults().onAny().then(Fault.answer(Answer.of(status, "application/json", body.replace('\'', '"'))));
        Exchange exchange = call("acquire:listCases?maxRetries=0", null, Map.of());
        return exchange.getException(HelpdeskException.class);
    }
}
