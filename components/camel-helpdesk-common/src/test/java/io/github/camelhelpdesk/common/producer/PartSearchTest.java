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
package io.github.camelhelpdesk.common.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartSearchTest {

    private final PartSearch search = new PartSearch("m.1of1", 3);

    @Test
    void beginningOfTheMessageIsWhatIsThere() {
        assertThat(search.see("m.2of3", "12", "b")).isTrue();
        assertThat(search.see("other.1of1", "13", "x")).isFalse();
        assertThat(search.see("m.1of3", "11", "a")).isTrue();
        assertThat(search.unknown()).isNull();
        assertThat(search.isComplete()).isFalse();
        assertThat(search.found()).containsExactly(new SentPart("11", "a"), new SentPart("12", "b"));
    }

    @Test
    void gapCannotBeTold() {
        search.see("m.1of3", "11", "a");
        search.see("m.3of3", "13", "c");
        assertThat(search.unknown()).contains("part 2 of 3 is missing");
    }

    @Test
    void otherNumberOfPartsCannotBeTold() {
        search.see("m.1of2", "11", "a");
        assertThat(search.unknown()).contains("2 parts").contains("maxTextLength");
    }

    @Test
    void partWithoutAnIdCannotBeTold() {
        search.see("m.1of3", null, "a");
        assertThat(search.unknown()).contains("no id");
    }

    @Test
    void doubtCountsOnlyAsLongAsSomethingIsMissing() {
        search.mayBeOurs("message 7 may be the one");
        assertThat(search.unknown()).isEqualTo("message 7 may be the one");
        for (int part = 1; part <= 3; part++) {
            search.see("m." + part + "of3", "1" + part, "x");
        }
        assertThat(search.unknown()).isNull();
        assertThat(search.isComplete()).isTrue();
    }
}
