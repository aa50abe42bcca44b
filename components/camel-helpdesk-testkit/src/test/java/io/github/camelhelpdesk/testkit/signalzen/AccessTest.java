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
package io.github.camelhelpdesk.testkit.signalzen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends SignalzenTestBase {

    @Test
    void theKeyHasToBeRight() {
        assertThat(client("wrong", ACCEPT).get("/users").statusCode()).isEqualTo(401);
        assertThat(client.get("/users").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json", "application/vnd.signalzen.v2+json", "*/*" })
    void anotherAcceptIsNotAcceptable(String accept) {
        assertThat(client(simulator.apiKey(), accept).get("/users").statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({ "POST, /users, 405", "POST, /users/1/messages, 405", "DELETE, /users/1, 405", "GET, /nothing, 404",
            "GET, /users/7, 404", "GET, /users/x, 404", "GET, /users/7/messages, 404", "GET, /users/1/messages/7, 404" })
    void whatIsNotThereIsRefused(String method, String path, int status) {
        simulator.openUser("Zoe");
        assertThat(client.send(method, path, null, "application/json").statusCode()).isEqualTo(status);
    }

    @Test
    void whatWasThereIsGone() {
        long user = simulator.openUser("Zoe");
        long other = simulator.openUser("Max");
        long message = simulator.writeAsVisitor(other, "oops");
        simulator.destroyUser(user);
        simulator.deleteMessage(other, message);
        assertThat(client.get("/users/" + user).statusCode()).isEqualTo(410);
        assertThat(client.get(messages(user)).statusCode()).isEqualTo(410);
        assertThat(client.get(messages(other) + "/" + message).statusCode()).isEqualTo(410);
        assertThat(listed("/users")).containsExactly(other);
    }
}
