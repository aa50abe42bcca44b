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
package io.github.camelhelpdesk.channelio.client;

import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Transport;

/** What the calls of all resources have in common. */
final class ChannelioCalls {

    private final Transport transport;

    ChannelioCalls(Transport transport) {
        this.transport = transport;
    }

    <T> HttpAnswer<T> send(HttpCall call, Class<T> type) {
        return transport.send(call, type);
    }

    static HttpCall page(HttpCall call, String cursor, int limit) {
        return call.with("since", cursor).with("limit", limit);
    }
}
