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
package io.github.camelhelpdesk.testkit.channelio;

import java.util.function.Function;

import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Refusal;
import io.github.camelhelpdesk.testkit.http.Routes;

/** The addresses of the Open API v5 (channelio.md, sections 1, 2 and 7). */
final class ChannelioRoutes {

    private static final String BASE = "/open/v5";

    private final Routes<Function<Call, Answer>> routes = new Routes<>();
    private final ChannelioState state;

    ChannelioRoutes(ChannelioState state) {
        this.state = state;
        new PeopleResource(state).addTo(this);
        new UsersResource(state).addTo(this);
        new UserChatsResource(state).addTo(this);
        new MessagesResource(state).addTo(this);
        new WebhooksResource(state).addTo(this);
    }

    void add(String method, String path, Function<Call, Answer> handler) {
        routes.add(method, BASE + path, handler);
    }

    Answer handle(Call call) {
        if (call.path().startsWith(MessagesResource.FILES)) {
            synchronized (state) {
                return MessagesResource.file(state, call);
            }
        }
        synchronized (state) {
            Answer answer;
            try {
                answer = authorized(call);
            } catch (Refusal refusal) {
                answer = refusal.answer();
            }
            return state.rate.describe(answer, state.clock.now());
        }
    }

    private Answer authorized(Call call) {
        if (!state.accessKey.equals(call.header("x-access-key")) || !state.secretKey.equals(call.header("x-access-secret"))) {
            throw Errors.unauthorized();
        }
        state.rate.take(state.clock.now());
        var match = routes.find(call).orElseThrow(() -> Errors.notFound("resource"));
        return match.target().apply(match.call());
    }
}
