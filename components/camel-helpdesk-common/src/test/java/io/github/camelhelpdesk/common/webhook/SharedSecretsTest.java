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

import org.junit.jupiter.api.Test;

class SharedSecretsTest {

    @Test
    void eachSecretOfTheListIsGoodWhileOneIsReplaced() {
        SharedSecrets secrets = SharedSecrets.parse("new-one, old-one");

        assertThat(secrets.contains("new-one")).isTrue();
        assertThat(secrets.contains("old-one")).isTrue();
        assertThat(secrets.keys()).hasSize(2);
    }

    @Test
    void nothingElseIsGood() {
        SharedSecrets secrets = SharedSecrets.parse("new-one,old-one");

        assertThat(secrets.contains(null)).isFalse();
        assertThat(secrets.contains("")).isFalse();
        assertThat(secrets.contains("new-one,old-one")).isFalse();
        assertThat(secrets.contains("new-on")).isFalse();
        assertThat(secrets.contains("new-one1")).isFalse();
        assertThat(secrets.contains("New-One")).isFalse();
        assertThat(secrets.contains(" new-one")).isFalse();
    }

    @Test
    void withoutSecretsNothingIsGoodNotEvenNothing() {
        for (String none : new String[] { null, "", " , ,", "  " }) {
            SharedSecrets secrets = SharedSecrets.parse(none);

            assertThat(secrets.isEmpty()).isTrue();
            assertThat(secrets.contains("")).isFalse();
            assertThat(secrets.keys()).isEmpty();
        }
    }

    @Test
    void secretOfARegistrationJoinsThem() {
        assertThat(SharedSecrets.parse("own").and("made-there").contains("made-there")).isTrue();
        assertThat(SharedSecrets.parse("own").and(null).keys()).hasSize(1);
    }

    @Test
    void theirTextShowsNone() {
        assertThat(SharedSecrets.parse("abc").toString()).isEqualTo("1 secrets");
    }
}
