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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.github.camelhelpdesk.common.producer.PartMarker.Part;

class PartMarkerTest {

    private static final String BASE = "hd1.support.0f3a9c1b2e.5d41402abc4b2a76b971.r0";

    private final PartMarker whole = PartMarker.of(BASE + ".1of1");

    @Test
    void endOfTheMarkerCountsTheParts() {
        assertThat(whole.text(1, 1)).isEqualTo(BASE + ".1of1");
        assertThat(whole.text(2, 3)).isEqualTo(BASE + ".2of3");
        assertThat(whole.read(BASE + ".2of3")).contains(new Part(2, 3));
        assertThat(whole.read(BASE + ".1of1")).contains(new Part(1, 1));
    }

    @Test
    void markersOfOtherMessagesAndRevisionsAreNotRead() {
        assertThat(whole.read(null)).isEmpty();
        assertThat(whole.read("")).isEmpty();
        assertThat(whole.read(BASE)).isEmpty();
        assertThat(whole.read(BASE.replace("r0", "r1") + ".1of1")).isEmpty();
        assertThat(whole.read(BASE + ".0of3")).isEmpty();
        assertThat(whole.read(BASE + ".4of3")).isEmpty();
        assertThat(whole.read(BASE + ".x.1of1")).isEmpty();
    }

    @Test
    void partThatIsSplitAgainHasMarkersOfItsOwn() {
        PartMarker first = PartMarker.of(BASE + ".1of3");
        PartMarker second = PartMarker.of(BASE + ".2of3");
        assertThat(second.text(1, 1)).isEqualTo(BASE + ".2of3");
        assertThat(second.text(1, 2)).isEqualTo(BASE + ".3of6");
        assertThat(second.text(2, 2)).isEqualTo(BASE + ".4of6");
        assertThat(second.read(BASE + ".4of6")).contains(new Part(2, 2));
        assertThat(second.read(BASE + ".2of3")).contains(new Part(1, 1));
        assertThat(first.read(BASE + ".4of6")).isEmpty();
        assertThat(first.read(BASE + ".2of3")).isEmpty();
    }

    @Test
    void markerOfAnotherKindGetsAnEnd() {
        PartMarker other = PartMarker.of("order-17");
        assertThat(other.text(1, 1)).isEqualTo("order-17");
        assertThat(other.text(2, 2)).isEqualTo("order-17.2of2");
        assertThat(other.read("order-17")).contains(new Part(1, 1));
        assertThat(other.read("order-17.2of2")).contains(new Part(2, 2));
        assertThat(other.read("order-171")).isEmpty();
    }

    @Test
    void morePartsThanAMarkerCanCountAreRefused() {
        assertThat(whole.text(9_999, 9_999)).endsWith(".9999of9999");
        assertThatThrownBy(() -> whole.text(1, 10_000)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxTextLength");
    }
}
