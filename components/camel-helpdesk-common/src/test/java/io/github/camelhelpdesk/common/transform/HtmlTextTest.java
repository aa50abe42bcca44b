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
