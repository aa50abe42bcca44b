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
package io.github.camelhelpdesk.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTemplatesTest {

    private static final String TEMPLATES = "classpath:camel-template/*.yaml";

    @Test
    void templatesJoinTheUsersPattern() {
        assertThat(RouteTemplates.withTemplates("file:routes/*.yaml")).isEqualTo("file:routes/*.yaml," + TEMPLATES);
    }

    @Test
    void patternThatNamesTheTemplatesStaysAsItIs() {
        String camelDefault = "classpath:camel/*,classpath:camel-template/*,classpath:camel-rest/*";

        assertThat(RouteTemplates.withTemplates(camelDefault)).isEqualTo(camelDefault);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "false" })
    void onlyTemplatesAreReadWhenThereIsNoPattern(String pattern) {
        assertThat(RouteTemplates.withTemplates(pattern)).isEqualTo(TEMPLATES);
    }
}
