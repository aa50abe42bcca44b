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

import io.github.camelhelpdesk.channelio.model.ChannelioUser;
import io.github.camelhelpdesk.channelio.model.ChannelioUserRequest;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about users. */
public final class UserCalls {

    private static final String USERS = "/users";

    private final ChannelioCalls calls;

    UserCalls(ChannelioCalls calls) {
        this.calls = calls;
    }

    /** A user. */
    public ChannelioUser get(String userId) {
        return user(HttpCall.get(path(userId)));
    }

    /** The user with a member id. */
    public ChannelioUser getMember(String memberId) {
        return user(HttpCall.get(memberPath(memberId)));
    }

    /** Creates the user with a member id, or changes it. */
    public ChannelioUser upsert(String memberId, ChannelioUserRequest request) {
        return user(HttpCall.put(memberPath(memberId), request));
    }

    static String path(String userId) {
        return USERS + "/" + HttpCall.segment(userId);
    }

    private static String memberPath(String memberId) {
        return USERS + "/@" + HttpCall.segment(memberId);
    }

    private ChannelioUser user(HttpCall call) {
        ChannelioUser user = calls.send(call, UserAnswer.class).body().user();
        call.requireAnswered(user != null && user.id() != null, "a user with an id");
        return user;
    }

    private record UserAnswer(ChannelioUser user) {
    }
}
