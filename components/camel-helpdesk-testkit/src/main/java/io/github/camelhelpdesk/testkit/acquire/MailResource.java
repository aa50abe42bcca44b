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
package io.github.camelhelpdesk.testkit.acquire;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.HistoryEntry;
import io.github.camelhelpdesk.testkit.http.Json;

/** Mail (acquire.md, section 5). */
final class MailResource {

    private final AcquireState state;

    MailResource(AcquireState state) {
        this.state = state;
    }

    void addTo(AcquireRoutes routes) {
        routes.add(AcquirePermission.MAIL, "POST", "/mail/add-message", this::send);
    }

    /** Everything stands under {@code data}, whatever the table of parameters says (quirk Q6). */
    private JsonNode send(AcquireCall call) {
        if (!(call.body().path("data") instanceof ObjectNode data)) {
            throw Errors.invalidInput("data is required");
        }
        Case owner = call.findCase(AcquireCall.id(data, "caseId"));
        check(data, owner);
        Message message = state.begin(owner, call.speaker(owner), Message.MESSAGE,
                text(data.path("htmlBody").asText("")), null);
        message.meta = Mail.meta(data.path("subject").asText(""), data.path("htmlBody").asText(""),
                data.path("from").asText());
        for (String list : List.of("to", "cc", "bcc")) {
            message.meta.set(list, ChatResource.array(data, list));
        }
        state.commit(message, HistoryEntry.Origin.API);
        return answer(message, data);
    }

    private static void check(ObjectNode data, Case owner) {
        if (!owner.channel.equals("mail")) {
            throw Errors.invalidInput("the channel of the case must be mail");
        }
        if (!owner.isActive()) {
            throw Errors.invalidInput("only active cases may receive messages");
        }
        if (AcquireCall.id(data, "contactId") != owner.contact.id) {
            throw Errors.invalidInput("contactId is not the contact of the case");
        }
        if (!AcquireSimulator.MAIL_ADDRESS.equals(AcquireCall.text(data, "from"))) {
            throw Errors.invalidInput("from is not a connected inbox");
        }
        if (ChatResource.array(data, "to").isEmpty()) {
            throw Errors.invalidInput("to is required");
        }
        if (!AcquireCall.text(data, "type").equals(Message.MESSAGE)) {
            throw Errors.invalidInput("type must be message");
        }
    }

    /** The text of simple HTML. */
    static String text(String html) {
        return html.replaceAll("(?i)<br\\s*/?>|</p>\\s*<p>", "\n").replaceAll("<[^>]*>", "").replace("&lt;", "<")
                .replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&nbsp;", " ")
                .replace("&amp;", "&").strip();
    }

    /** No field {@code message}, and addresses as objects in capital letters (quirk Q13). */
    private ObjectNode answer(Message message, ObjectNode data) {
        ObjectNode json = Json.object().put("id", message.id).put("caseMessageId", message.id).putNull("channelId")
                .put("caseId", message.owner.id).put("inboxId", 1).put("mailId", 1).put("type", message.type)
                .put("senderType", message.sender.type()).put("senderId", message.sender.id());
        json.set("to", addresses(ChatResource.array(data, "to")));
        json.set("from", Mail.address(data.path("from").asText()).put("MailboxHash", ""));
        json.set("cc", addresses(ChatResource.array(data, "cc")));
        json.set("bcc", addresses(ChatResource.array(data, "bcc")));
        json.put("subject", data.path("subject").asText("")).put("textBody", message.text)
                .put("htmlBody", data.path("htmlBody").asText("")).put("mailboxMessageId", UUID.randomUUID().toString())
                .putNull("mailboxInReplyTo").putArray("attachments");
        json.put("dateCreated", Times.iso(message.dateCreated)).putNull("dateSeen").putNull("dateBounce")
                .put("seen", "no").put("isDraft", "no").putNull("meta");
        json.set("user", message.sender.json());
        json.set("sender", message.sender.json());
        return json.put("mailMsgId", state.nextRow());
    }

    private static ArrayNode addresses(ArrayNode plain) {
        ArrayNode list = Json.array();
        plain.forEach(address -> list.add(Mail.address(address.asText())));
        return list;
    }
}
