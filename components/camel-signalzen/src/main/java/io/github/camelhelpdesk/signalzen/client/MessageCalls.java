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
import io.github.camelhelpdesk.signalzen.model.SignalzenMessage;

/** The calls about the messages of a user. */
public final class MessageCalls {

    private final SignalzenCalls calls;

    MessageCalls(SignalzenCalls calls) {
        this.calls = calls;
    }

    /**
     * Messages of a user, in an order that is not documented.
     *
     * @param offset how many messages to pass over
     * @param limit most messages to give, 1 to 99
     */
    public HttpAnswer<MessagesPage> list(String userId, int offset, int limit) {
        HttpCall call = SignalzenCalls.page(HttpCall.get(path(userId)), offset, limit);
        HttpAnswer<MessagesPage> answer = calls.send(call, MessagesPage.class);
        return new HttpAnswer<>(answer.statusCode(), answer.date(), answer.body().of(userId));
    }

    /** A message; 404 or 410 when there is none. */
    public SignalzenMessage get(String userId, String messageId) {
        HttpCall call = HttpCall.get(path(userId) + "/" + SignalzenCalls.id(messageId));
        SignalzenMessage message = calls.send(call, SignalzenMessage.class).body();
        call.requireAnswered(message != null && message.id() != null, "a message with an id");
        return message.of(userId);
    }

    private static String path(String userId) {
        return UserCalls.path(userId) + "/messages";
    }
}
