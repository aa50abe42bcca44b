package io.github.camelhelpdesk.common.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void textOfAnHtmlMail() {
        assertThat(HtmlText.toPlain("<html><head><style>p{}</style></head><body><p>Dear&nbsp;all,</p>\n<p>1 &lt; 2<br>&amp;lt;"
                + "</p><!-- no --><script>no</script></body></html>")).isEqualTo("Dear all,\n1 < 2\n&lt;");
        assertThat(HtmlText.toPlain("<style>".repeat(100_000))).isEmpty();
    }
}
