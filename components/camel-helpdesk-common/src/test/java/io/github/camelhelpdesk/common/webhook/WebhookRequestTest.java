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
package io.github.camelhelpdesk.common.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WebhookRequestTest {

    @Test
    void parameterIsDecodedAndTheFirstOneCounts() {
        assertThat(request("a=1&token=a%2Bb%26c&token=other").parameter("token")).isEqualTo("a+b&c");
    }

    @Test
    void parameterThatIsMissingOrCannotBeDecodedIsNone() {
        assertThat(request(null).parameter("token")).isNull();
        assertThat(request("mytoken=x&token").parameter("token")).isNull();
        assertThat(request("token=%zz").parameter("token")).isNull();
    }

    @Test
    void headerThatComesTwiceIsNone() {
        WebhookRequest request = new WebhookRequest("POST", Map.of("one", "a", "two", List.of("a", "b")), null, new byte[0]);

        assertThat(request.header("one")).isEqualTo("a");
        assertThat(request.header("two")).isNull();
        assertThat(request.header("three")).isNull();
    }

    @Test
    void itsTextShowsNeitherTokenNorBody() {
        assertThat(request("token=s1").toString()).isEqualTo("WebhookRequest[POST, 0 bytes]");
    }

    private static WebhookRequest request(String query) {
        return new WebhookRequest("POST", Map.of(), query, new byte[0]);
    }
}
