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
package io.github.camelhelpdesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhelpdesk.common.model.MessageKey;

class MarkerTest {

    private static final MessageKey KEY = new MessageKey("chatwoot", "app.chatwoot.com/1", "7", "42");

    @Test
    void markerIsReadBackAsItWasWritten() {
        Marker marker = Marker.of("support", KEY, 3).part(2, 5);
        assertThat(Marker.parse(marker.toString())).contains(marker);
    }

    @Test
    void markerIsAPureFunctionThatNeverChangesBetweenVersions() {
        assertThat(Marker.of("support", KEY, 0)).hasToString("hd1.support.8b84af90c5.823851554b836ff87111.r0.1of1");
    }

    @Test
    void longestMarkerIsShortAndOfSafeCharacters() {
        Marker longest = Marker.of("x".repeat(40), KEY, 999_999).part(9999, 9999);
        assertThat(longest.toString()).matches("[A-Za-z0-9._-]{1,99}");
    }

    @Test
    void eachPartOfTheKeyCounts() {
        assertThat(new MessageKey[] { KEY, new MessageKey("chatwoot", "app.chatwoot.com/1", "74", "2"),
                new MessageKey("chatwoot", "app.chatwoot.com/2", "7", "42"),
                new MessageKey("channelio", "app.chatwoot.com/1", "7", "42") })
                .extracting(key -> Marker.of("support", key, 0).toString()).doesNotHaveDuplicates();
    }

    @Test
    void markerTellsItsOrigin() {
        Marker marker = Marker.of("support", KEY, 0);
        assertThat(marker.isFrom(new SideIdentity("chatwoot", "app.chatwoot.com/1"))).isTrue();
        assertThat(marker.isFrom(new SideIdentity("chatwoot", "app.chatwoot.com/2"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "hd1", "hd2.support.0123456789.01234567890123456789.r0.1of1",
            "hd1.su pport.0123456789.01234567890123456789.r0.1of1", "hd1.support.0123456789.01234567890123456789.r0.1of1 ",
            "hd1.support.0123456789.01234567890123456789.r0.1of99999999999" })
    void otherTextIsNoMarker(String text) {
        assertThat(Marker.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a.b", "a b", "\u00e4", "12345678901234567890123456789012345678901" })
    void linkNameThatWouldNotFitIsRefused(String name) {
        assertThatThrownBy(() -> Marker.of(name, KEY, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
