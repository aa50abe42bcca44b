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
package io.github.camelhelpdesk.signalzen.client;

import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** The calls about users. */
public final class UserCalls {

    private static final String USERS = "/users";

    private final SignalzenCalls calls;

    UserCalls(SignalzenCalls calls) {
        this.calls = calls;
    }

    /**
     * Users, in an order that is not documented.
     *
     * @param offset how many users to pass over
     * @param limit most users to give, 1 to 99
     */
    public HttpAnswer<UsersPage> list(int offset, int limit) {
        return calls.send(SignalzenCalls.page(HttpCall.get(USERS), offset, limit), UsersPage.class);
    }

    /** A user; 404 or 410 when there is none. */
    public SignalzenUser get(String userId) {
        HttpCall call = HttpCall.get(path(userId));
        SignalzenUser user = calls.send(call, SignalzenUser.class).body();
        call.requireAnswered(user != null && user.id() != null, "a user with an id");
        return user;
    }

    static String path(String userId) {
        return USERS + "/" + SignalzenCalls.id(userId);
    }
}
