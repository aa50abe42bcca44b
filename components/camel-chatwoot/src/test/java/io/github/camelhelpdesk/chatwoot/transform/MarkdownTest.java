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
package io.github.camelhelpdesk.chatwoot.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static final String[] PIECES = { "a", "word", " ", "  ", "\n", "\n\n", "\t", "*", "**", "_", "__", "`", "```",
            "~~~",
            "#", "# ", ">", "> ", "- ", "+ ", "1. ", "12) ", "[", "]", "(", ")", "](", "![", "<", "</a>", "<b>", "&", "&amp;",
            "&#32;", "\\", "{{", "}}", "{%", "%}", "!", "|", "---", "===", "=", "https://x.example/_a_?b=*c*", "http://x", ":",
            "[a]: b", "<!--", "<script>", "ä", "\uD83D\uDE00", ".", "\u00A0", "\r\n" };

    @Test
    void anyPlainTextReadsBackAsItWas() {
        Random random = new Random(20261122);
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12) + 1; length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String plain = Markdown.withPlainLineEnds(text.toString());
            String markdown = MarkdownEscaping.escape(text.toString());
            assertThat(Markdown.toPlain(markdown)).as("as Markdown: %s", markdown).isEqualTo(plain);
            String safe = MarkdownEscaping.escapeForLiquid(text.toString());
            assertThat(Markdown.toPlain(safe)).as("Liquid-safe: %s", safe).isEqualTo(plain);
            assertThat(safe).doesNotContain("{{", "{%");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Hello, how are you?", "2 * 3 = 6", "snake_case_name", "a\nb\n\nc", "50% off!", "Mr. X (Ltd.) #1",
            "https://x.example/a_b/c_d?e=f&g=h#i", "C:\\new folder", "1 < 2 > 0", "Tom & Jerry", "[sic]", "a - b - c",
            "- a\n- b", "1. a", "> quoted",
            "{{name}}" })
    void ordinaryTextIsNotTouched(String text) {
        assertThat(MarkdownEscaping.escape(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *stars*                    | \\*stars\\*
            * star for a dash          | \\* star for a dash
            2) like a list             | 2\\) like a list
            a `b` c                    | a \\`b\\` c
            see https://x/_y_ and *z*  | see <https://x/_y_> and \\*z\\*
            """)
    void onlyWhatWouldBeAMarkIsEscaped(String plain, String markdown) {
        assertThat(MarkdownEscaping.escape(plain)).isEqualTo(markdown);
        assertThat(MarkdownEscaping.escape("# no heading")).isEqualTo("\\# no heading");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            **bold** and _soft_             | bold and soft
            `code` and ~~struck~~           | code and ~~struck~~
            "# Title\n\nText"               | "Title\n\nText"
            "- a\n- b\n  - c"               | "- a\n- b\n  - c"
            "3. a\n4. b"                    | "3. a\n4. b"
            "> quoted\n> more\n\nanswer"    | "> quoted\n> more\n\nanswer"
            "```java\nint a;\n\nb\n```"     | "int a;\n\nb"
            [text](https://x.example)       | text (https://x.example)
            <https://x.example>             | https://x.example
            <a@x.example>                   | a@x.example
            ![cat](https://x/cat.png)       | cat (https://x/cat.png)
            [@Gil](mention://user/1/Gil) hi | @Gil hi
            "a  \nb\\\nc"                   | "a\nb\nc"
            a <b>c</b>                      | a <b>c</b>
            """)
    void markdownIsRenderedDown(String markdown, String plain) {
        assertThat(Markdown.toPlain(markdown.replace("\\n", "\n"))).isEqualTo(plain.replace("\\n", "\n"));
    }

    @Test
    void htmlOfATextIsHarmless() {
        assertThat(Markdown.toHtml("**a** <script>x</script> [b](javascript:alert(1)) [c](https://x.example)\nd"))
                .contains("<strong>a</strong>", "&lt;script&gt;", "<br />", "https://x.example").doesNotContain("javascript:");
    }

    @Test
    void marksNestedThousandsDeepDoNoHarm() {
        String deep = "> ".repeat(20_000) + "x";
        assertThat(Markdown.toPlain(deep)).contains("x");
        String stars = "**a ".repeat(20_000) + "b**".repeat(20_000);
        assertThat(Markdown.toPlain(stars)).contains("b");
        assertThat(MarkdownEscaping.escape("*".repeat(50_000))).isNotEmpty();
    }
}
