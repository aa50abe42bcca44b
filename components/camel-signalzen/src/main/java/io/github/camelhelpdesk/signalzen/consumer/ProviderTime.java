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
package io.github.camelhelpdesk.signalzen.consumer;

import java.time.Instant;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.signalzen.client.SignalzenClient;

/** SignalZen's clock: the {@code Date} of its answers. */
final class ProviderTime {

    private ProviderTime() {
    }

    static Instant now(SignalzenClient client) {
        Instant now = client.users().list(0, 1).date();
        if (now == null) {
            throw new HelpdeskException(
                    "GET /users was answered without a Date header, so that startFrom=now is not known by the"
                            + " provider's clock; set startFrom to an instant",
                    Outcome.UNCLEAR, 0, null, true, null);
        }
        return now;
    }
}
