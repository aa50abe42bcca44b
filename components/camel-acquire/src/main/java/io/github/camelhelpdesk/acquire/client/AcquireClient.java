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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.acquire.AcquireConfiguration;
import io.github.camelhelpdesk.acquire.model.AcquireCase;
import io.github.camelhelpdesk.acquire.model.AcquireContact;
import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireSmsAnswer;
import io.github.camelhelpdesk.acquire.model.AcquireWebhook;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.http.Transport;

/** The calls of Acquire's REST API v1 that this component makes. All of them throw {@link HelpdeskException}. */
public final class AcquireClient {

    /** Path of the API below {@code baseUrl}. */
    public static final String API_PATH = "/api/v1";

    private static final String CASES = "/crm/objects/case";
    private static final String CASE_MESSAGES = "/crm/objects/case-message";
    private static final String CONTACTS = "/crm/objects/contact";
    private static final String WEBHOOKS = "/webhook";

    private final Transport transport;
    private final AcquireConfiguration configuration;

    /**
     * @param transport makes the calls
     * @param configuration how lists are asked for, and what is spelled in several ways
     */
    public AcquireClient(Transport transport, AcquireConfiguration configuration) {
        this.transport = transport;
        this.configuration = configuration;
    }

    /**
     * Lists one case, to see whether the key may.
     *
     * @return the provider's clock, or null when it does not say
     */
    public Instant checkAccess() {
        return cases(List.of(), new PageRequest(configuration.getFirstPage(), 0, 1)).date();
    }

    /**
     * A page of cases, with contact and people.
     *
     * @param where filters {@code column|expression|value}
     */
    public HttpAnswer<Envelope<AcquireCase>> cases(List<String> where, PageRequest page) {
        HttpCall call = HttpCall.get(CASES);
        for (String filter : where) {
            call = call.with("where", filter);
        }
        String order = configuration.getCaseOrder();
        call = call.with("relations", "contact").with("relations", "users").with("order",
                order == null || order.isBlank() ? null : order);
        return list(paged(call, page), AcquireCase.class);
    }

    /** A case, with contact and people. */
    public AcquireCase oneCase(String caseId) {
        Item<AcquireCase> item = caseItem(caseId);
        require(item.isReadable(), "GET " + CASES + "/" + caseId, "a case of the usual shape: " + item.problem());
        require(item.value().id() != null, "GET " + CASES + "/" + caseId, "a case with an id");
        return item.value();
    }

    /** A case, with contact and people, even if it cannot be read. */
    public Item<AcquireCase> caseItem(String caseId) {
        HttpCall call = HttpCall.get(CASES + "/" + encoded(caseId)).with("relations", "contact").with("relations", "users");
        return singleItem(call, AcquireCase.class);
    }

    /** Id of the timeline row of a case, which an SMS needs. */
    public String timelineId(String caseId) {
        HttpCall call = HttpCall.get(CASES + "/" + encoded(caseId)).with("relations", "timeline");
        JsonNode answer = single(call, JsonNode.class);
        String id = answer.path("timeline").path("id").asText(answer.path("timelineId").asText(""));
        require(!id.isBlank(), call, "a timeline with an id");
        return id;
    }

    /** All that the messages of a thread are listed by, which may be cases. */
    public HttpAnswer<Envelope<JsonNode>> threadEntries(String threadId, String contactId) {
        return list(HttpCall.get("/crm/messenger/chat/messages").with("threadId", threadId).with("contactId", contactId),
                JsonNode.class);
    }

    /** A page of the messages of a case. */
    public HttpAnswer<Envelope<JsonNode>> caseMessages(String caseId, PageRequest page) {
        return list(paged(HttpCall.get(CASE_MESSAGES).with("where", "caseId|eq|" + caseId), page), JsonNode.class);
    }

    /** A case, with all of its messages as the relation gives them; among others where the filter is not heeded. */
    public HttpAnswer<Envelope<JsonNode>> caseWithMessages(String caseId) {
        return list(HttpCall.get(CASES).with("where", "id|eq|" + caseId).with("relations", "messages"), JsonNode.class);
    }

    /** A message, with its case. */
    public AcquireMessage message(String messageId) {
        HttpCall call = HttpCall.get(CASE_MESSAGES + "/" + encoded(messageId)).with("relations", "case");
        return withId(call, single(call, AcquireMessage.class));
    }

    /**
     * Writes a chat message, or a note.
     *
     * @param request the body: caseId, and message with type and message
     * @param userType who speaks, {@code user} or {@code contact}
     * @param contactId id of the contact, or null
     */
    public AcquireMessage sendChat(Object request, String userType, String contactId) {
        HttpCall call = HttpCall.post("/crm/messenger/chat/add-message", request)
                .with(configuration.getUserTypeParameter(), userType).with("contactId", contactId);
        return withId(call, single(call, AcquireMessage.class));
    }

    /** Sends a mail. The request is wrapped, as Acquire's example has it. */
    public AcquireMessage sendMail(Object request) {
        HttpCall call = HttpCall.post("/mail/add-message", Map.of("data", request));
        return withId(call, single(call, AcquireMessage.class));
    }

    /**
     * Sends an SMS.
     *
     * @param userType who speaks, {@code user} or {@code contact}
     */
    public AcquireSmsAnswer sendSms(Object request, String userType) {
        HttpCall call = HttpCall.post("/voip/send-sms", request).with(configuration.getUserTypeParameter(), userType);
        AcquireSmsAnswer answer = single(call, AcquireSmsAnswer.class);
        require(answer.data() != null && answer.data().messageId() != null, call, "a message with an id");
        return answer;
    }

    /**
     * Changes a message.
     *
     * @param message type, message and translateLangKey
     */
    public AcquireMessage updateMessage(String messageId, Object message) {
        HttpCall call = HttpCall.post("/crm/messenger/chat/message/" + encoded(messageId), Map.of("message", message));
        return single(call, AcquireMessage.class);
    }

    /** Deletes a message. */
    public void deleteMessage(String messageId) {
        transport.send(HttpCall.delete(CASE_MESSAGES + "/" + encoded(messageId)), Void.class);
    }

    /**
     * Opens a case.
     *
     * @param contactId the customer
     * @param request title, message, channel and others; a threadId opens it in that thread; or null
     */
    public AcquireCase createCase(String contactId, Object request) {
        HttpCall call = HttpCall.post("/crm/messenger/chat/create", request == null ? Map.of() : request).with("contactId",
                contactId);
        AcquireCase answer = single(call, AcquireCase.class);
        require(answer.id() != null, call, "a case with an id");
        return answer;
    }

    /**
     * Closes a case.
     *
     * @param request caseId, and optionally closingState, forceClose, leaveOnly, askFeedback
     */
    public void closeCase(Object request) {
        transport.send(HttpCall.post("/crm/messenger/chat/close", request), Void.class);
    }

    /**
     * A page of contacts.
     *
     * @param where filters {@code column|expression|value}
     * @param search a text that one of their fields holds, or null for all
     */
    public HttpAnswer<Envelope<AcquireContact>> contacts(List<String> where, String search, PageRequest page) {
        // The page shows search as a body of this GET, which few servers would read (quirk of the page).
        HttpCall call = HttpCall.get(CONTACTS).with("relations", "fields").with("search", search);
        for (String filter : where) {
            call = call.with("where", filter);
        }
        return list(paged(call, page), AcquireContact.class);
    }

    /** A contact. */
    public AcquireContact contact(String contactId) {
        return contact(HttpCall.get(CONTACTS + "/" + encoded(contactId)).with("relations", "fields"));
    }

    /** Creates a contact; what is known of it is under {@code fields}. */
    public AcquireContact createContact(Object request) {
        return contact(HttpCall.post(CONTACTS, request));
    }

    /** All webhooks of the account. */
    public List<AcquireWebhook> webhooks() {
        return list(HttpCall.get(WEBHOOKS), AcquireWebhook.class).body().items().stream().filter(Item::isReadable)
                .map(Item::value).toList();
    }

    /** Registers a webhook. */
    public AcquireWebhook createWebhook(Object request) {
        return webhook(HttpCall.post(WEBHOOKS, request));
    }

    /** Changes a webhook. */
    public AcquireWebhook updateWebhook(String id, Object request) {
        return webhook(HttpCall.put(WEBHOOKS + "/" + encoded(id), request));
    }

    /** Removes a webhook. */
    public void deleteWebhook(String id) {
        transport.send(HttpCall.delete(WEBHOOKS + "/" + encoded(id)), Void.class);
    }

    private AcquireWebhook webhook(HttpCall call) {
        AcquireWebhook webhook = single(call, AcquireWebhook.class);
        require(webhook.id() != null, call, "a webhook with an id");
        return webhook;
    }

    private AcquireContact contact(HttpCall call) {
        AcquireContact contact = single(call, AcquireContact.class);
        require(contact.id() != null, call, "a contact with an id");
        return contact;
    }

    private HttpCall paged(HttpCall call, PageRequest page) {
        HttpCall limited = call.with("limit", page.limit());
        return switch (configuration.getPaging()) {
            case page -> limited.with("page", page.number());
            case offset -> limited.with("offset", page.offset());
        };
    }

    private <T> HttpAnswer<Envelope<T>> list(HttpCall call, Class<T> type) {
        HttpAnswer<Envelope<T>> answer = transport.send(call, envelope(type));
        require(answer.body().isList(), call, "a list");
        return answer;
    }

    private <T> T single(HttpCall call, Class<T> type) {
        Item<T> item = singleItem(call, type);
        require(item.isReadable(), call, "an object of the usual shape: " + item.problem());
        return item.value();
    }

    private <T> Item<T> singleItem(HttpCall call, Class<T> type) {
        HttpAnswer<Envelope<T>> answer = transport.send(call, envelope(type));
        require(answer.body().items().size() == 1, call, "one object");
        return answer.body().items().get(0);
    }

    private static JavaType envelope(Class<?> type) {
        return HelpdeskJson.mapper().getTypeFactory().constructParametricType(Envelope.class, type);
    }

    private static AcquireMessage withId(HttpCall call, AcquireMessage message) {
        require(message.messageId() != null, call, "a message with an id");
        return message;
    }

    private static void require(boolean condition, Object call, String what) {
        if (!condition) {
            throw new HelpdeskException(call + " was answered without " + what, Outcome.UNCLEAR, 0, null, false, null);
        }
    }

    private static String encoded(String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("'" + id + "' is not an id");
        }
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
