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
package io.github.camelhelpdesk.acquire.producer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelhelpdesk.acquire.AcquireEndpoint;
import io.github.camelhelpdesk.acquire.client.Ids;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;
import io.github.camelhelpdesk.acquire.model.AcquireSmsAnswer;

/** Makes the call that a message needs: each channel has one of its own (page "Send a message"). */
final class Sending {

    private final AcquireEndpoint endpoint;

    Sending(AcquireEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Sends it. Notes stay within Acquire, and so does what a customer said, whatever the channel. */
    AcquireMessage send(AcquireMessageRequest request, TargetCase target, SendChannel channel) {
        SendChannel own = channel.of(target);
        if (own != SendChannel.chat && request.isContacts()) {
            // The case may have got another channel since the request was made.
            return chat(request.asNote(), target);
        }
        return switch (request.isNote() ? SendChannel.chat : own) {
            case mail -> mail(request, target);
            case sms -> sms(request, target);
            default -> chat(request, target);
        };
    }

    private AcquireMessage chat(AcquireMessageRequest request, TargetCase target) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", request.type());
        message.put("message", request.message());
        putPresent(message, "translateLangKey", request.translateLangKey());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("caseId", Ids.number(target.id()));
        body.put("message", message);
        putPresent(body, "meta", request.meta().isEmpty() ? null : request.meta());
        putPresent(body, "delay", request.delay());
        return endpoint.client().messages().sendChat(body, request.userType(), target.contactId());
    }

    private AcquireMessage mail(AcquireMessageRequest request, TargetCase target) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("caseId", Ids.number(target.id()));
        data.put("contactId", Ids.number(target.contactId()));
        data.put("type", AcquireMessageRequest.MESSAGE);
        data.put("from", sender(request, endpoint.getConfiguration().getMailFrom(), "mailFrom"));
        data.put("to", request.to().isEmpty() ? List.of(ofContact(target, "email")) : request.to());
        data.put("cc", request.cc());
        data.put("bcc", request.bcc());
        data.put("subject", request.subject() == null ? target.title() : request.subject());
        data.put("htmlBody", request.htmlBody() == null ? MailText.html(request.message()) : request.htmlBody());
        return endpoint.client().messages().sendMail(data);
    }

    private AcquireMessage sms(AcquireMessageRequest request, TargetCase target) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("From", sender(request, endpoint.getConfiguration().getSmsFrom(), "smsFrom"));
        body.put("To", request.to().isEmpty() ? ofContact(target, "phone") : request.to().get(0));
        body.put("Body", request.message());
        body.put("contactId", Ids.number(target.contactId()));
        // Acquire calls the id of the case threadId here (page "Send a message", SMS).
        body.put("threadId", Ids.number(target.id()));
        body.put("timelineId", Ids.number(endpoint.client().cases().timelineId(target.id())));
        AcquireSmsAnswer answer = endpoint.client().messages().sendSms(body, AcquireMessageRequest.USER);
        return answer.data();
    }

    private static String sender(AcquireMessageRequest request, String option, String name) {
        String from = request.from() == null ? option : request.from();
        if (from == null || from.isBlank()) {
            throw new IllegalArgumentException("Acquire has to be told from where to send: set the option " + name
                    + ", or from in the request, to an address or number that is connected to the account");
        }
        return from;
    }

    private String ofContact(TargetCase target, String field) {
        String value = endpoint.client().contacts().get(target.contactId()).field(field);
        if (value == null) {
            throw new IllegalArgumentException("Contact " + target.contactId() + " has no " + field
                    + " to send to: set it in Acquire, or to in the request");
        }
        return value;
    }

    private static void putPresent(Map<String, Object> body, String name, Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
