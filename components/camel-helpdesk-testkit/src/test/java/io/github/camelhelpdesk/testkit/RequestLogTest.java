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
package io.github.camelhelpdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class RequestLogTest {

    private final RequestLog log = new RequestLog();

    @Test
    void countsByMethodAndWholePath() {
        add("GET", "/a/1/messages");
        add("GET", "/a/2/messages");
        add("POST", "/a/1/messages");
        add("GET", "/a/1/messages/more");
        assertThat(log.count()).isEqualTo(4);
        assertThat(log.count("GET", ".*/messages")).isEqualTo(2);
        assertThat(log.count("GET", "/a")).isZero();
    }

    @Test
    void countsEverythingAndKeepsTheNewest() {
        for (int i = 0; i <= RequestLog.KEPT; i++) {
            add("GET", "/" + i % 3);
        }
        assertThat(log.count()).isEqualTo(RequestLog.KEPT + 1L);
        assertThat(log.list()).hasSize(RequestLog.KEPT).first().returns("/1", SeenRequest::path);
    }

    @Test
    void startsAnewAfterClear() {
        add("GET", "/a");
        log.clear();
        assertThat(log.count()).isZero();
        assertThat(log.list()).isEmpty();
    }

    private void add(String method, String path) {
        log.add(new SeenRequest(Instant.EPOCH, method, path, "", 200));
    }
}
