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
package io.github.camelhelpdesk.channelio.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.camelhelpdesk.channelio.MarkupEscape;
import io.github.camelhelpdesk.channelio.model.ChannelioBlock;

class MarkupTest {

    private static final List<String> PIECES = List.of("<", ">", "&", ";", "/", "\"", "'", "=", " ", "\n", "b", "i", "link",
            "lt",
            "gt", "amp", "quot", "apos", "#39", "&lt;", "&amp;", "<b>", "</b>", "<link type=\"url\" value=\"", "\ud55c",
            "\ud83d\ude42");

    private final Random random = new Random(28);

    @Test
    void anyTextReadsBackAsItWasAndHasNothingThatLooksLikeATag() {
        for (int i = 0; i < 20_000; i++) {
            String text = text();
            String value = Markup.escape(text, MarkupEscape.entities);
            assertThat(value).doesNotContain("<", ">");
            assertThat(Markup.plain(List.of(ChannelioBlock.text(value)))).isEqualTo(text);
        }
    }

    @Test
    void fullWidthFormsLeaveNothingToTakeForMarkupAndReadBackAsWhatWasSent() {
        for (int i = 0; i < 20_000; i++) {
            String text = text();
            String value = Markup.escape(text, MarkupEscape.fullWidth);
            assertThat(value).doesNotContain("<", ">", "&").hasSameSizeAs(text);
            assertThat(Markup.plain(List.of(ChannelioBlock.text(value)))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({ "<b>bold</b> and <i>thin</i>,bold and thin",
            "see <link type=\"url\" value=\"https://a.b?c=1&amp;d\">here</link>,see here",
            "<link type=\"manager\" value=\"7\">@Mia</link> hi,@Mia hi", "1 &lt; 2 &amp;&amp; 3 &gt; 2,1 < 2 && 3 > 2",
            "&amp;lt;,&lt;", "a < b,a < b" })
    void marksAreLeftOutOfWhatIsRead(String value, String plain) {
        assertThat(Markup.plain(List.of(ChannelioBlock.text(value)))).isEqualTo(plain);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
