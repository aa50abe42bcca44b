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
package io.github.camelhelpdesk.signalzen.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalzenErrorReaderTest {

    private final SignalzenErrorReader reader = new SignalzenErrorReader("https://api.signalzen.com");

    @ParameterizedTest
    @CsvSource({ "401,apiKey", "403,apiKey", "406,Accept", "410,removed", "503,maintenance", "404,id exists",
            "429,requestsPerMinute" })
    void adviceSaysWhatToDo(int status, String advice) {
        assertThat(reader.advice(status)).contains(advice);
    }
}
