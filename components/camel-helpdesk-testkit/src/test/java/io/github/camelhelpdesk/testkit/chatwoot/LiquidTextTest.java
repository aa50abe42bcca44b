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
package io.github.camelhelpdesk.testkit.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTextTest {

    private static final Map<String, String> VALUES = Map.of("contact.name", "Zoe");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiter = '~', ignoreLeadingAndTrailingWhitespace = false, value = {
            "Hi {{contact.name}}!~Hi Zoe!",
            "Hi {{ contact.name | upcase }}!~Hi Zoe!",
            "a {{ unknown }} b~a  b",
            "a {{ '{{' }} b~a {{ b",
            "a {{- contact.name -}} b~aZoeb",
            "{% assign x = 1 %}done~done",
            "{% if vip %}secret{% endif %}shown~shown",
            "a{% comment %}gone{% endcomment %}b~ab",
            "{% raw %}{{contact.name}} {% x %}{% endraw %}~{{contact.name}} {% x %}",
            "{% raw %}half {{ {% endraw %} {{contact.name}}~half {{  Zoe",
            "code `{{contact.name}}` and {{contact.name}}~code `{{contact.name}}` and Zoe" })
    void validTemplatesAreRendered(String text, String rendered) {
        assertThat(LiquidText.render(text, VALUES)).isEqualTo(rendered);
    }

    @ParameterizedTest
    @ValueSource(strings = { "half {{ open", "half {% open", "{% nosuchtag %} {{contact.name}}", "{% if x %}open",
            "{% endraw %}", "one brace {{ contact.name } {{contact.name}}", "plain { text } 50 % off" })
    void brokenTemplatesAndPlainTextAreLeftAlone(String text) {
        assertThat(LiquidText.render(text, VALUES)).isEqualTo(text);
    }

    @Test
    void rawTagsAroundBackticksBreakTheTemplateBecauseTheServerAddsItsOwn() {
        String text = "{% raw %}see `{{x}}` here{% endraw %}";
        assertThat(LiquidText.render(text, VALUES)).isEqualTo(text);
    }
}
