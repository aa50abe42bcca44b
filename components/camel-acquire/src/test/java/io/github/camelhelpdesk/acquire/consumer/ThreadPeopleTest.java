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
package io.github.camelhelpdesk.acquire.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquirePerson;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.model.AuthorType;

class ThreadPeopleTest {

    private final ThreadPeople people = new ThreadPeople(() -> {
        throw new IllegalStateException("nobody has to be asked for");
    });

    @Test
    void userAndContactOfTheSameIdAreTwoPeople() throws Exception {
        people.learn(new AcquirePerson("7", "user", "Ada", null, HelpdeskJson.mapper().readTree("{\"isBotClient\":true}")));
        people.learn(new AcquirePerson("7", "contact", "Kim", null, null));
        AcquireMessage answer = HelpdeskJson.mapper().readValue("{\"id\":1,\"senderId\":7,\"senderType\":\"user\"}",
                AcquireMessage.class);
        assertThat(people.author(answer, AuthorType.AGENT).name()).isEqualTo("Ada");
        assertThat(people.isBot(answer)).isTrue();
    }
}
