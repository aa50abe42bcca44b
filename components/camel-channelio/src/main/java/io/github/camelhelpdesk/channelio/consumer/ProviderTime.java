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
package io.github.camelhelpdesk.channelio.consumer;

import java.time.Instant;

import io.github.camelhelpdesk.channelio.client.ChannelioClient;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** Channel.io's clock, by which startFrom=now is meant. */
final class ProviderTime {

    private ProviderTime() {
    }

    static Instant now(ChannelioClient client) {
        Instant now = client.channel().get().date();
        if (now == null) {
            throw new HelpdeskException("GET /channel was answered without a Date header, so that startFrom=now is not known"
                    + " by the provider's clock; set startFrom to an instant", Outcome.UNCLEAR, 0, null, true, null);
        }
        return now;
    }
}
