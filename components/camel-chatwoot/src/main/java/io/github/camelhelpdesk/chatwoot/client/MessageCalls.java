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
package io.github.camelhelpdesk.chatwoot.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.producer.CopiedFile;

/** The calls about the messages of a conversation. */
public final class MessageCalls {

    private final ChatwootCalls calls;

    MessageCalls(ChatwootCalls calls) {
        this.calls = calls;
    }

    /** Up to 100 messages with a higher id, ordered by time and not by id. */
    public HttpAnswer<MessagePage> listAfter(String conversationId, long id) {
        return page(HttpCall.get(path(conversationId)).with("after", id));
    }

    /** Up to 1000 messages with an id of at least {@code from} and below {@code to}, ordered by time and not by id. */
    public HttpAnswer<MessagePage> listBetween(String conversationId, long from, long to) {
        return page(HttpCall.get(path(conversationId)).with("after", from).with("before", to));
    }

    /**
     * Writes a message; not idempotent.
     *
     * @param files files that it gets, may be empty
     */
    public ChatwootMessage create(String conversationId, ChatwootMessageRequest request, List<CopiedFile> files) {
        return message(HttpCall.post(path(conversationId), files.isEmpty() ? request : MessageForm.of(request, files)));
    }

    /**
     * Deletes a message for everybody: a notice takes the place of its text. Repeating it changes nothing.
     *
     * @return the message as it is now
     */
    public ChatwootMessage delete(String conversationId, String messageId) {
        return calls.send(HttpCall.delete(path(conversationId, messageId)), ChatwootMessage.class).body();
    }

    /**
     * Sets the status of a message; refused with 403 outside API inboxes. Chatwoot takes no message back from read to delivered
     * and changes nothing for an unknown status, without saying so.
     *
     * @param status sent, delivered, read or failed
     * @param externalError what agents see as the reason, kept only for failed; may be null
     * @return the message as it is now
     */
    public ChatwootMessage updateStatus(String conversationId, String messageId, String status, String externalError) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        if (externalError != null) {
            body.put("external_error", externalError);
        }
        return message(new HttpCall("PATCH", path(conversationId, messageId), List.of(), body));
    }

    private String path(String conversationId) {
        return calls.conversationPath(conversationId) + "/messages";
    }

    private String path(String conversationId, String messageId) {
        if (!messageId.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("A Chatwoot message has a number, not '" + messageId + "'");
        }
        return path(conversationId) + "/" + messageId;
    }

    private HttpAnswer<MessagePage> page(HttpCall call) {
        HttpAnswer<MessagePage> answer = calls.send(call, MessagePage.class);
        ChatwootCalls.requireList(call, answer.body().payload() != null, "payload");
        return answer;
    }

    private ChatwootMessage message(HttpCall call) {
        ChatwootMessage message = calls.send(call, ChatwootMessage.class).body();
        ChatwootCalls.requireId(call, message.id());
        return message;
    }
}
