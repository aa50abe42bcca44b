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
package io.github.camelhelpdesk.acquire.client;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireSmsAnswer;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;

/** The calls about the messages of cases and threads. */
public final class MessageCalls {

    private static final String CASE_MESSAGES = "/crm/objects/case-message";

    private final AcquireCalls calls;
    private final AcquireConfiguration configuration;

    MessageCalls(AcquireCalls calls, AcquireConfiguration configuration) {
        this.calls = calls;
        this.configuration = configuration;
    }

    /** A page of the messages of a case. */
    public HttpAnswer<Envelope<JsonNode>> listOfCase(String caseId, PageRequest page) {
        HttpCall call = HttpCall.get(CASE_MESSAGES).with("where", "caseId|eq|" + caseId);
        return calls.list(calls.page(call, page), JsonNode.class);
    }

    /** All that the messages of a thread are listed by, which may be cases. */
    public HttpAnswer<Envelope<JsonNode>> listOfThread(String threadId, String contactId) {
        HttpCall call = HttpCall.get("/crm/messenger/chat/messages").with("threadId", threadId).with("contactId", contactId);
        return calls.list(call, JsonNode.class);
    }

    /** A message, with its case. */
    public AcquireMessage get(String messageId) {
        return message(HttpCall.get(path(messageId)).with("relations", "case"));
    }

    /**
     * Writes a chat message, or a note.
     *
     * @param request the body: caseId, and message with type and message
     * @param userType who speaks, {@code user} or {@code contact}
     * @param contactId id of the contact, or null
     */
    public AcquireMessage sendChat(Object request, String userType, String contactId) {
        return message(HttpCall.post("/crm/messenger/chat/add-message", request)
                .with(configuration.getUserTypeParameter(), userType).with("contactId", contactId));
    }

    /** Sends a mail. The request is wrapped, as Acquire's example has it. */
    public AcquireMessage sendMail(Object request) {
        return message(HttpCall.post("/mail/add-message", Map.of("data", request)));
    }

    /**
     * Sends an SMS.
     *
     * @param userType who speaks, {@code user} or {@code contact}
     */
    public AcquireSmsAnswer sendSms(Object request, String userType) {
        HttpCall call = HttpCall.post("/voip/send-sms", request).with(configuration.getUserTypeParameter(), userType);
        AcquireSmsAnswer answer = calls.single(call, AcquireSmsAnswer.class);
        call.requireAnswered(answer.data() != null && answer.data().messageId() != null, "a message with an id");
        return answer;
    }

    /**
     * Changes a message.
     *
     * @param message type, message and translateLangKey
     */
    public AcquireMessage update(String messageId, Object message) {
        HttpCall call = HttpCall.post("/crm/messenger/chat/message/" + HttpCall.segment(messageId),
                Map.of("message", message));
        return calls.single(call, AcquireMessage.class);
    }

    /** Deletes a message. */
    public void delete(String messageId) {
        calls.send(HttpCall.delete(path(messageId)));
    }

    private static String path(String messageId) {
        return CASE_MESSAGES + "/" + HttpCall.segment(messageId);
    }

    private AcquireMessage message(HttpCall call) {
        AcquireMessage message = calls.single(call, AcquireMessage.class);
        call.requireAnswered(message.messageId() != null, "a message with an id");
        return message;
    }
}
