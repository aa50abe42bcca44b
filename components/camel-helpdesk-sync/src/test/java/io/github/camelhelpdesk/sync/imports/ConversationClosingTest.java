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
package io.github.camelhelpdesk.sync.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConversationClosingTest {

    @Test
    @DisplayName("M1: of the conversations that could not be closed the last 10,000 are remembered")
    void m1RefusedConversationsAreBounded() throws Exception {
        Map<String, Long> refused = refused(new ConversationClosing(null, null));
        LongStream.range(0, 10_500).forEach(i -> refused.put("c" + i, i));
        assertThat(refused).hasSize(10_000).containsKey("c10499");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> refused(ConversationClosing closing) throws ReflectiveOperationException {
        Field refused = ConversationClosing.class.getDeclaredField("refused");
        refused.setAccessible(true);
        return (Map<String, Long>) refused.get(closing);
    }
}
