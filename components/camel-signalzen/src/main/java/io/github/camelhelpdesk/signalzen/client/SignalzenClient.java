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

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Transport;
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;
import io.github.camelhelpdesk.signalzen.model.SignalzenUser;

/** The calls of the API, all of which read. All of them throw {@link HelpdeskException}. */
public final class SignalzenClient {

    /** Path of the API below {@code baseUrl}. */
    public static final String API_PATH = "/external";

    /** The version of the API is in this header only (page "Authentication"); any other is answered with 406. */
    public static final String ACCEPT = "application/vnd.signalzen.v1+json";

    /** The largest page: "lower than 100" (page "Messages"). */
    public static final int LARGEST_PAGE = 99;

    private static final String USERS = "/users";

    private final Transport transport;

    /** @param transport makes the calls */
    public SignalzenClient(Transport transport) {
        this.transport = transport;
    }

    /** Whether a text can be an id of a user or message. */
    public static boolean isId(String text) {
        return text.matches("\\d{1,18}");
    }

    /**
     * Users, in an order that is not documented.
     *
     * @param offset how many users to pass over
     * @param limit most users to give, 1 to 99
     */
    public HttpAnswer<UsersPage> users(int offset, int limit) {
        return transport.send(page(HttpCall.get(USERS), offset, limit), UsersPage.class);
    }

    /** A user; 404 or 410 when there is none. */
    public SignalzenUser user(String userId) {
        HttpCall call = HttpCall.get(USERS + "/" + id(userId));
        SignalzenUser user = transport.send(call, SignalzenUser.class).body();
        require(user != null && user.id() != null, call, "a user with an id");
        return user;
    }

    /**
     * Messages of a user, in an order that is not documented.
     *
     * @param offset how many messages to pass over
     * @param limit most messages to give, 1 to 99
     */
    public HttpAnswer<MessagesPage> messages(String userId, int offset, int limit) {
        HttpCall call = page(HttpCall.get(messagesOf(userId)), offset, limit);
        HttpAnswer<MessagesPage> answer = transport.send(call, MessagesPage.class);
        return new HttpAnswer<>(answer.statusCode(), answer.date(), answer.body().of(userId));
    }

    /** A message; 404 or 410 when there is none. */
    public SignalzenMessage message(String userId, String messageId) {
        HttpCall call = HttpCall.get(messagesOf(userId) + "/" + id(messageId));
        SignalzenMessage message = transport.send(call, SignalzenMessage.class).body();
        require(message != null && message.id() != null, call, "a message with an id");
        return message.of(userId);
    }

    private static String messagesOf(String userId) {
        return USERS + "/" + id(userId) + "/messages";
    }

    private static HttpCall page(HttpCall call, int offset, int limit) {
        return call.with("offset", offset).with("limit", limit);
    }

    private static String id(String text) {
        if (!isId(text)) {
            throw new IllegalArgumentException("'" + text + "' is not an id of SignalZen, which is a number");
        }
        return text;
    }

    private static void require(boolean condition, HttpCall call, String what) {
        if (!condition) {
            throw new HelpdeskException(call + " was answered without " + what, Outcome.UNCLEAR, 0, null, false, null);
        }
    }
}
