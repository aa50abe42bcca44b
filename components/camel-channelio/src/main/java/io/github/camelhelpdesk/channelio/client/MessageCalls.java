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

import io.github.camelhelpdesk.channelio.model.ChannelioMessage;
import io.github.camelhelpdesk.channelio.model.ChannelioMessageRequest;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about the messages of a conversation. */
public final class MessageCalls {

    private final ChannelioCalls calls;

    MessageCalls(ChannelioCalls calls) {
        this.calls = calls;
    }

    /**
     * Messages of a conversation.
     *
     * @param sortOrder desc for newest first, asc for oldest first
     */
    public HttpAnswer<MessagesPage> list(String userChatId, String sortOrder, String cursor, int limit) {
        HttpCall call = HttpCall.get(path(userChatId)).with("sortOrder", sortOrder);
        return calls.send(ChannelioCalls.page(call, cursor, limit), MessagesPage.class);
    }

    /**
     * Posts a message as a bot.
     *
     * @param botName name of the bot, or null for the channel's own
     */
    public ChannelioMessage send(String userChatId, String botName, ChannelioMessageRequest request) {
        HttpCall call = HttpCall.post(path(userChatId), request).with("botName", botName);
        ChannelioMessage message = calls.send(call, MessageAnswer.class).body().message();
        call.requireAnswered(message != null && message.id() != null, "a message with an id");
        return message;
    }

    /**
     * Address of a file, signed and good for a short time.
     *
     * @param key the key of the file
     * @throws io.github.camelhelpdesk.common.HelpdeskException with status 404 or 410 when there is no such file
     */
    public String fileUrl(String userChatId, String key) {
        HttpCall call = HttpCall.get(path(userChatId) + "/file").with("key", key);
        FileAnswer answer = calls.send(call, FileAnswer.class).body();
        // The description says result, a public client reads url.
        String url = answer.result() == null ? answer.url() : answer.result();
        call.requireAnswered(url != null && !url.isBlank(), "the address of the file");
        return url;
    }

    private static String path(String userChatId) {
        return UserChatCalls.path(userChatId) + "/messages";
    }

    private record MessageAnswer(ChannelioMessage message) {
    }

    private record FileAnswer(String result, String url) {
    }
}
