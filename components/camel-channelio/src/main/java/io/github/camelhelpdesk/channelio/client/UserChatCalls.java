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

import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.channelio.model.ChannelioUserChat;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about conversations. */
public final class UserChatCalls {

    /** States of conversations; there is no way to ask for all at once. */
    public static final List<String> STATES = List.of("opened", "closed", "snoozed", "queued", "initial", "missed");

    private static final String USER_CHATS = "/user-chats";

    private final ChannelioCalls calls;
    private final OwnChannelCalls channel;

    UserChatCalls(ChannelioCalls calls, OwnChannelCalls channel) {
        this.calls = calls;
        this.channel = channel;
    }

    /** Conversations in a state. */
    public HttpAnswer<UserChatsPage> list(String state, String cursor, int limit) {
        return list(HttpCall.get(USER_CHATS).with("state", state), cursor, limit);
    }

    /** Conversations of a user, newest first. */
    public HttpAnswer<UserChatsPage> listOfUser(String userId, String cursor, int limit) {
        return list(HttpCall.get(pathOfUser(userId)), cursor, limit);
    }

    /** A conversation and its customer. */
    public UserChatAnswer get(String userChatId) {
        return answer(HttpCall.get(path(userChatId)));
    }

    /** A conversation and its customer, each as its JSON where it cannot be read as a whole. */
    public UserChatItem item(String userChatId) {
        HttpCall call = HttpCall.get(path(userChatId));
        UserChatItem answer = calls.send(call, UserChatItem.class).body();
        call.requireAnswered(answer.userChat() != null, "a userChat");
        return answer;
    }

    /** Opens a conversation for a user. */
    public UserChatAnswer create(String userId) {
        return answer(HttpCall.post(pathOfUser(userId), null));
    }

    /**
     * Opens a conversation again; one that is open stays so.
     *
     * @param botName name of the bot that is shown as having done it; null for the channel's own
     */
    public UserChatAnswer open(String userChatId, String botName) {
        return change("PUT", userChatId, "open", botName);
    }

    /**
     * Closes a conversation; one that is closed stays so.
     *
     * @param botName name of the bot that is shown as having done it; null for the channel's own
     */
    public UserChatAnswer close(String userChatId, String botName) {
        return change("PATCH", userChatId, "close", botName);
    }

    /** Sets what agents see as the description of a conversation. */
    public void describe(String userChatId, String description) {
        calls.send(new HttpCall("PATCH", path(userChatId), List.of(), Map.of("description", description)), Void.class);
    }

    static String path(String userChatId) {
        return USER_CHATS + "/" + HttpCall.segment(userChatId);
    }

    private static String pathOfUser(String userId) {
        return UserCalls.path(userId) + USER_CHATS;
    }

    private HttpAnswer<UserChatsPage> list(HttpCall call, String cursor, int limit) {
        return calls.send(ChannelioCalls.page(call.with("sortOrder", "desc"), cursor, limit), UserChatsPage.class);
    }

    private UserChatAnswer change(String method, String userChatId, String change, String botName) {
        return answer(new HttpCall(method, path(userChatId) + "/" + change, List.of(), null)
                .with("botName", botName == null ? channel.botName() : botName));
    }

    private UserChatAnswer answer(HttpCall call) {
        UserChatAnswer answer = calls.send(call, UserChatAnswer.class).body();
        ChannelioUserChat userChat = answer.userChat();
        call.requireAnswered(userChat != null && userChat.id() != null, "a userChat with an id");
        return answer;
    }
}
