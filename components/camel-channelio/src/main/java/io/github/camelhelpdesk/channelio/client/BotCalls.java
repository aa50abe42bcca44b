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

/** The calls about bots. */
public final class BotCalls {

    private final ChannelioCalls calls;

    BotCalls(ChannelioCalls calls) {
        this.calls = calls;
    }

    /** Bots of the channel; here a cursor is a number. */
    public HttpAnswer<BotsPage> list(String cursor, int limit) {
        return calls.send(ChannelioCalls.page(HttpCall.get("/bots"), cursor, limit), BotsPage.class);
    }
}
