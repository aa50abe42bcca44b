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

import io.github.camelhelpdesk.channelio.model.ChannelioManager;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about managers, as agents are called. */
public final class ManagerCalls {

    private static final String MANAGERS = "/managers";

    private final ChannelioCalls calls;

    ManagerCalls(ChannelioCalls calls) {
        this.calls = calls;
    }

    /** Managers of the channel. */
    public HttpAnswer<ManagersPage> list(String cursor, int limit) {
        return calls.send(ChannelioCalls.page(HttpCall.get(MANAGERS), cursor, limit), ManagersPage.class);
    }

    /** A manager. */
    public ChannelioManager get(String managerId) {
        HttpCall call = HttpCall.get(MANAGERS + "/" + HttpCall.segment(managerId));
        ChannelioManager manager = calls.send(call, ManagerAnswer.class).body().manager();
        call.requireAnswered(manager != null, "a manager");
        return manager;
    }

    private record ManagerAnswer(ChannelioManager manager) {
    }
}
