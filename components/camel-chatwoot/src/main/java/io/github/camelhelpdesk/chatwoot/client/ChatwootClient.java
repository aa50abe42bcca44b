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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.chatwoot.model.ChatwootAssignee;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContact;
import io.github.camelhelpdesk.chatwoot.model.ChatwootContactRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversation;
import io.github.camelhelpdesk.chatwoot.model.ChatwootConversationRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootInbox;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessage;
import io.github.camelhelpdesk.chatwoot.model.ChatwootMessageRequest;
import io.github.camelhelpdesk.chatwoot.model.ChatwootProfile;
import io.github.camelhelpdesk.chatwoot.model.ChatwootStatus;
import io.github.camelhelpdesk.chatwoot.model.ChatwootWebhook;
import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.HttpAnswer;
import io.github.camelhelpdesk.common.http.HttpCall;
import io.github.camelhelpdesk.common.http.Item;
import io.github.camelhelpdesk.common.http.Transport;
import io.github.camelhelpdesk.common.producer.CopiedFile;

/**
 * The calls of Chatwoot's REST API, for one account. All throw {@link HelpdeskException}. Checked against the source of
 * chatwoot/chatwoot v4.15.1.
 */
public final class ChatwootClient {

    /** Path of the API below {@code baseUrl}. */
    public static final String PATH = "/api/v1";

    private final Transport transport;
    private final long accountId;
    private final String account;

    /**
     * @param transport makes the calls; its base ends in {@link #PATH}
     * @param accountId number of the account
     */
    public ChatwootClient(Transport transport, long accountId) {
        this.transport = transport;
        this.accountId = accountId;
        this.account = "/accounts/" + accountId;
    }

    /** The owner of the token; refused to agent bots. */
    public HttpAnswer<ChatwootProfile> profile() {
        return transport.send(HttpCall.get("/profile"), ChatwootProfile.class);
    }

    /**
     * Checks that the token is good for the account.
     *
     * @param name the account's identity, for messages
     * @return the token's owner, with the server's time
     * @throws HelpdeskException when it is not; says which accounts it is good for
     */
    public HttpAnswer<ChatwootProfile> checkAccount(String name) {
        HttpAnswer<ChatwootProfile> answer = profile();
        List<Long> ids = answer.body().accounts().stream().map(ChatwootProfile.Account::id).toList();
        if (!ids.contains(accountId)) {
            throw new HelpdeskException(
                    "The owner of the accessToken of chatwoot account " + name + " is not a member of account "
                            + accountId + " but of " + ids + ". Check accountId and accessToken.",
                    Outcome.REFUSED, 0, null, true, null);
        }
        return answer;
    }

    /** All inboxes that the token's owner sees. */
    public List<ChatwootInbox> inboxes() {
        return payload(transport.send(HttpCall.get(account + "/inboxes"), new TypeReference<Payload<List<ChatwootInbox>>>() {
        }), List.of());
    }

    /**
     * One page of conversations.
     *
     * @param filters query parameters of the call; those that are null are left out
     */
    public HttpAnswer<ConversationPage> conversations(Map<String, ?> filters) {
        HttpCall call = HttpCall.get(account + "/conversations");
        for (Map.Entry<String, ?> filter : filters.entrySet()) {
            call = call.with(filter.getKey(), filter.getValue());
        }
        HttpAnswer<ConversationPage> answer = transport.send(call, ConversationPage.class);
        requireList(call, answer.body().hasList(), "data.payload");
        return answer;
    }

    /** A conversation as it comes, so that one can be asked about that cannot be read as a whole. */
    public JsonNode conversation(String conversationId) {
        return transport.send(HttpCall.get(path(conversationId)), JsonNode.class).body();
    }

    /** A conversation, or its JSON where it cannot be read as a whole. */
    public Item<ChatwootConversation> conversationItem(String conversationId) {
        return transport.send(HttpCall.get(path(conversationId)), new TypeReference<Item<ChatwootConversation>>() {
        }).body();
    }

    /** A conversation. */
    public ChatwootConversation readConversation(String conversationId) {
        HttpCall call = HttpCall.get(path(conversationId));
        ChatwootConversation found = transport.send(call, ChatwootConversation.class).body();
        requireId(call, found.id());
        return found;
    }

    /** Type of the inbox that a conversation is in, such as {@code Channel::Api}; null when it is not said. */
    public String channel(String conversationId) {
        return conversation(conversationId).path("meta").path("channel").asText(null);
    }

    /** The inbox that a conversation is in; null when it is not said. */
    public Long inboxOf(String conversationId) {
        JsonNode inbox = conversation(conversationId).path("inbox_id");
        return inbox.isIntegralNumber() ? inbox.asLong() : null;
    }

    /** Opens a conversation. */
    public ChatwootConversation createConversation(ChatwootConversationRequest request) {
        HttpCall call = HttpCall.post(account + "/conversations", request);
        ChatwootConversation created = transport.send(call, ChatwootConversation.class).body();
        requireId(call, created.id());
        return created;
    }

    /**
     * Sets the status of a conversation; one that has it already keeps it.
     *
     * @param status open, resolved, pending or snoozed: another one is answered with 500
     * @param snoozedUntil for snoozed: until when, to the second; null for until the customer writes again
     * @return the status as it is now
     */
    public ChatwootStatus toggleStatus(String conversationId, String status, Instant snoozedUntil) {
        Map<String, Object> body = new LinkedHashMap<>();
        // Without a status the server would swap open and resolved.
        body.put("status", Objects.requireNonNull(status, "status"));
        if (snoozedUntil != null) {
            body.put("snoozed_until", snoozedUntil.getEpochSecond());
        }
        HttpCall call = HttpCall.post(path(conversationId) + "/toggle_status", body);
        ChatwootStatus now = payload(transport.send(call, new TypeReference<Payload<ChatwootStatus>>() {
        }), null);
        if (now == null || now.currentStatus() == null) {
            throw new HelpdeskException(call + " was answered without the status", Outcome.UNCLEAR, 200, null, false, null);
        }
        return now;
    }

    /**
     * Assigns a conversation to an agent or an agent bot.
     *
     * @param assigneeId id of the agent or bot; 0 for nobody
     * @param type {@code User} or {@code AgentBot}
     * @return whom it is assigned to now; empty for nobody, which is also what becomes of an id that Chatwoot does not know
     */
    public Optional<ChatwootAssignee> assign(String conversationId, long assigneeId, String type) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("assignee_id", assigneeId == 0 ? null : assigneeId);
        body.put("assignee_type", type);
        return assignment(conversationId, body);
    }

    /**
     * Assigns a conversation to a team.
     *
     * @param teamId id of the team; 0 for none
     * @return the team that it is assigned to now; empty for none, as with an id that Chatwoot does not know
     */
    public Optional<ChatwootAssignee> assignTeam(String conversationId, long teamId) {
        return assignment(conversationId, Map.of("team_id", teamId));
    }

    private Optional<ChatwootAssignee> assignment(String conversationId, Map<String, Object> body) {
        HttpCall call = HttpCall.post(path(conversationId) + "/assignments", body);
        JsonNode answer = transport.send(call, JsonNode.class).body();
        if (answer.isNull()) {
            return Optional.empty();
        }
        String id = answer.path("id").asText();
        requireId(call, id.matches("\\d{1,18}") ? Long.valueOf(id) : null);
        return Optional.of(new ChatwootAssignee(Long.valueOf(id), answer.path("name").asText(null),
                answer.path("email").asText(null)));
    }

    /**
     * Replaces the labels of a conversation.
     *
     * @return the labels as they are now
     */
    public List<String> setLabels(String conversationId, Collection<String> labels) {
        HttpCall call = HttpCall.post(path(conversationId) + "/labels", Map.of("labels", labels));
        List<String> now = payload(transport.send(call, new TypeReference<Payload<List<String>>>() {
        }), null);
        requireList(call, now != null, "payload");
        return now.stream().filter(Objects::nonNull).toList();
    }

    /** Up to 100 messages with a higher id, ordered by time and not by id. */
    public HttpAnswer<MessagePage> messagesAfter(String conversationId, long id) {
        return messages(HttpCall.get(path(conversationId) + "/messages").with("after", id));
    }

    /** Up to 1000 messages with an id of at least {@code from} and below {@code to}, ordered by time and not by id. */
    public HttpAnswer<MessagePage> messagesBetween(String conversationId, long from, long to) {
        return messages(HttpCall.get(path(conversationId) + "/messages").with("after", from).with("before", to));
    }

    private HttpAnswer<MessagePage> messages(HttpCall call) {
        HttpAnswer<MessagePage> answer = transport.send(call, MessagePage.class);
        requireList(call, answer.body().payload() != null, "payload");
        return answer;
    }

    /**
     * Writes a message; not idempotent.
     *
     * @param files files that it gets, may be empty
     */
    public ChatwootMessage createMessage(String conversationId, ChatwootMessageRequest request, List<CopiedFile> files) {
        HttpCall call = HttpCall.post(path(conversationId) + "/messages",
                files.isEmpty() ? request : MessageForm.of(request, files));
        ChatwootMessage created = transport.send(call, ChatwootMessage.class).body();
        requireId(call, created.id());
        return created;
    }

    /**
     * Deletes a message for everybody: a notice takes the place of its text. Repeating it changes nothing.
     *
     * @return the message as it is now
     */
    public ChatwootMessage deleteMessage(String conversationId, String messageId) {
        return transport.send(HttpCall.delete(path(conversationId, messageId)), ChatwootMessage.class).body();
    }

    /**
     * Sets the status of a message; refused with 403 outside API inboxes. Chatwoot takes no message back from read to delivered
     * and changes nothing for an unknown status, without saying so.
     *
     * @param status sent, delivered, read or failed
     * @param externalError what agents see as the reason, kept only for failed; may be null
     * @return the message as it is now
     */
    public ChatwootMessage updateMessageStatus(String conversationId, String messageId, String status, String externalError) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        if (externalError != null) {
            body.put("external_error", externalError);
        }
        HttpCall call = new HttpCall("PATCH", path(conversationId, messageId), List.of(), body);
        ChatwootMessage message = transport.send(call, ChatwootMessage.class).body();
        requireId(call, message.id());
        return message;
    }

    /**
     * Contacts with a text somewhere in name, e-mail address, phone number or identifier; 100 calls a minute.
     *
     * @param text what to look for
     * @param limit how many are given at most
     */
    public List<ChatwootContact> searchContacts(String text, int limit) {
        List<ChatwootContact> found = new ArrayList<>();
        for (int number = 1; found.size() < limit; number++) {
            HttpCall call = HttpCall.get(account + "/contacts/search").with("q", text).with("page", number);
            ContactPage page = transport.send(call, ContactPage.class).body();
            found.addAll(page.payload());
            if (!page.hasMore()) {
                break;
            }
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** Creates a contact; refused with 422 when one of its addresses or its identifier is taken. */
    public ChatwootContact createContact(ChatwootContactRequest request) {
        HttpCall call = HttpCall.post(account + "/contacts", request);
        NewContact created = payload(transport.send(call, new TypeReference<Payload<NewContact>>() {
        }), new NewContact(null));
        requireId(call, created.contact == null ? null : created.contact.id());
        return created.contact;
    }

    /** Gives a contact a session in an inbox, or finds the one it has. */
    public void createContactInbox(long contactId, long inboxId, String sourceId) {
        transport.send(HttpCall.post(account + "/contacts/" + contactId + "/contact_inboxes",
                Map.of("inbox_id", inboxId, "source_id", sourceId)), Void.class);
    }

    /** Source ids of the sessions that a contact has in an inbox. */
    public List<String> sourceIds(long contactId, long inboxId) {
        JsonNode contact = transport.send(HttpCall.get(account + "/contacts/" + contactId), JsonNode.class).body();
        List<String> ids = new ArrayList<>();
        for (JsonNode session : contact.path("payload").path("contact_inboxes")) {
            String id = session.path("source_id").asText("");
            if (!id.isEmpty() && session.path("inbox").path("id").asLong() == inboxId) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The contact that has a session in an inbox. */
    public Optional<ChatwootContact> contactOf(long inboxId, String sourceId) {
        try {
            return Optional.of(transport.send(HttpCall.post(account + "/contact_inboxes/filter",
                    Map.of("inbox_id", inboxId, "source_id", sourceId)), ChatwootContact.class).body())
                    .filter(contact -> contact.id() != null);
        } catch (HelpdeskException e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** All webhooks of the account; administrators only. */
    public List<ChatwootWebhook> webhooks() {
        HttpCall call = HttpCall.get(account + "/webhooks");
        Webhooks found = payload(transport.send(call, new TypeReference<Payload<Webhooks>>() {
        }), new Webhooks(null));
        requireList(call, found.webhooks != null, "payload.webhooks");
        return found.webhooks;
    }

    /** Registers a webhook; refused with 422 when there is one of that address. Administrators only. */
    public ChatwootWebhook createWebhook(String url, Collection<String> subscriptions) {
        return webhook(HttpCall.post(account + "/webhooks", Map.of("url", url, "subscriptions", subscriptions)));
    }

    /** Changes what a webhook is called for; administrators only. */
    public ChatwootWebhook updateWebhook(String id, String url, Collection<String> subscriptions) {
        return webhook(new HttpCall("PATCH", account + "/webhooks/" + id, List.of(),
                Map.of("url", url, "subscriptions", subscriptions)));
    }

    /** Removes a webhook; administrators only. */
    public void deleteWebhook(String id) {
        transport.send(HttpCall.delete(account + "/webhooks/" + id), Void.class);
    }

    private ChatwootWebhook webhook(HttpCall call) {
        NewWebhook answer = payload(transport.send(call, new TypeReference<Payload<NewWebhook>>() {
        }), new NewWebhook(null));
        requireId(call, answer.webhook == null ? null : answer.webhook.id());
        return answer.webhook;
    }

    private String path(String conversationId) {
        if (!conversationId.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("A Chatwoot conversation has a number, not '" + conversationId + "'");
        }
        return account + "/conversations/" + conversationId;
    }

    private String path(String conversationId, String messageId) {
        if (!messageId.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("A Chatwoot message has a number, not '" + messageId + "'");
        }
        return path(conversationId) + "/messages/" + messageId;
    }

    private static <T> T payload(HttpAnswer<Payload<T>> answer, T absent) {
        return answer.body().payload == null ? absent : answer.body().payload;
    }

    /** Something else that answers with JSON must not look like a list without items. */
    private static void requireList(HttpCall call, boolean isThere, String name) {
        if (!isThere) {
            throw new HelpdeskException(call + " was answered without " + name + "; check baseUrl", Outcome.UNCLEAR, 0, null,
                    true, null);
        }
    }

    /** An answer without the id does not tell what was done. */
    private static void requireId(HttpCall call, Long id) {
        if (id == null) {
            throw new HelpdeskException(call + " was answered without the id of what was made", Outcome.UNCLEAR, 200, null,
                    true,
                    null);
        }
    }

    private record Payload<T>(T payload) {
    }

    private record NewContact(ChatwootContact contact) {
    }

    private record Webhooks(List<ChatwootWebhook> webhooks) {
    }

    private record NewWebhook(ChatwootWebhook webhook) {
    }
}
