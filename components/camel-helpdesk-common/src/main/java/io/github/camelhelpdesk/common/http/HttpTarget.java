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
package io.github.camelhelpdesk.common.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Where an API is, and how to be let in.
 *
 * @param base address that paths are appended to, without a slash at its end
 * @param accept value of the {@code Accept} header
 * @param credentials headers that hold the credentials, sent with each call
 * @param maxResponseSize largest body in bytes
 * @param maxResponseTime longest time for a call as a whole, however steadily its answer drips
 * @param maxPause longest pause that a 429 imposes on all who share the budget
 */
public record HttpTarget(String base, String accept, Map<String, String> credentials, long maxResponseSize,
        Duration maxResponseTime, Duration maxPause) {

    public HttpTarget {
        credentials = Map.copyOf(credentials);
    }

    /** Scheme, host and port. */
    public String origin() {
        URI uri = URI.create(base);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** The origin only: the headers are secret. */
    @Override
    public String toString() {
        return origin();
    }
}
