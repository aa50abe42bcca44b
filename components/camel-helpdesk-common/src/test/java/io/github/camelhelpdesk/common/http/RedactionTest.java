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

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(strings = { "k3y", "Bearer k3y", "bearer  k3y", "Basic k3y" })
    void keyIsTakenOutWhereverItIsQuotedWithItsSchemeAndWithout(String header) {
        assertThat(new Redaction(List.of(header)).apply("Bearer k3y is wrong: k3y, \"k3y\"", null))
                .isEqualTo("Bearer xxxxxx is wrong: xxxxxx, \"xxxxxx\"");
    }

    @Test
    void eachOfSeveralKeysIsTakenOutAndNoneThatIsEmpty() {
        assertThat(new Redaction(Arrays.asList("one", null, "", "Bearer ", "two")).apply("one or two", null))
                .isEqualTo("xxxxxx or xxxxxx");
    }

    @Test
    void textsOfTheRequestAreTakenOutHoweverDeepTheyStand() {
        Map<String, Object> request = Map.of("text", " My card is 4111 ", "blocks", List.of(Map.of("value", "by Zoe Miller")));

        assertThat(new Redaction(List.of()).apply("refused: My card is 4111, said by Zoe Miller", request))
                .isEqualTo("refused: [text], said [text]");
    }

    @Test
    void keyIsTakenOutBesideTheTextsOfTheRequest() {
        assertThat(new Redaction(List.of("k3y")).apply("k3y may not say hello", Map.of("text", "hello")))
                .isEqualTo("xxxxxx may not say [text]");
    }

    @Test
    void shortTextsStayAsTheyWouldTakeOutWordsOfTheError() {
        assertThat(new Redaction(List.of()).apply("type is not set", Map.of("type", "is", "set", "not")))
                .isEqualTo("type is not set");
    }
}
