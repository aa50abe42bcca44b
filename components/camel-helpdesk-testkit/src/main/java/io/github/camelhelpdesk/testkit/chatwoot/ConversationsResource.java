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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.chatwoot.ChatwootRoutes.Access;
import io.github.camelhelpdesk.testkit.http.Answer;
import io.github.camelhelpdesk.testkit.http.Json;

/** List, show and create conversations (chatwoot.md, section 5). */
final class ConversationsResource {

    private final ChatwootState state;
    private final Views views;
    private final MessageBuilder builder;

    ConversationsResource(ChatwootState state, Views views) {
        this.state = state;
        this.views = views;
        this.builder = new MessageBuilder(state);
    }

    void addTo(ChatwootRoutes routes) {
        routes.inAccount(Access.USERS, "GET", "/conversations", this::list);
        routes.inAccount(Access.USERS_AND_BOTS, "POST", "/conversations", this::create);
        routes.inAccount(Access.USERS_AND_BOTS, "GET", "/conversations/{conversation}", this::show);
        routes.inAccount(Access.USERS, "GET", "/contacts/{contact}/conversations", this::ofContact);
    }

    /** Finds a conversation that the caller may see, or refuses. */
    static Conversation find(ChatwootState state, ChatwootCall call) {
        Conversation conversation = state.conversations.get(call.id("conversation"));
        if (conversation == null) {
            throw Errors.notFound();
        }
        if (!call.caller().sees(conversation.inbox().id)) {
            throw Errors.notAuthorized();
        }
        return conversation;
    }

    private Answer list(ChatwootCall call) {
        ConversationQuery query = new ConversationQuery(call);
        List<Conversation> matching = query.matching(state);
        long mine = matching.stream().filter(each -> call.caller().equals(each.assignee)).count();
        long unassigned = matching.stream().filter(each -> each.assignee == null).count();
        ObjectNode data = Json.object();
        data.set("meta", Json.object().put("mine_count", mine).put("assigned_count", matching.size() - unassigned)
                .put("unassigned_count", unassigned).put("all_count", matching.size()));
        data.set("payload", Json.array(query.page(matching), views::conversation));
        ObjectNode body = Json.object();
        body.set("data", data);
        return Answer.ok(body);
    }

    private Answer show(ChatwootCall call) {
        return Answer.ok(views.conversation(find(state, call)));
    }

    /** The newest 20, no paging. */
    private Answer ofContact(ChatwootCall call) {
        long contact = call.id("contact");
        ObjectNode body = Json.object();
        body.set("payload", Json.array(state.conversations.values().stream().filter(each -> each.contact().id == contact)
                .sorted((one, other) -> Long.compare(other.id, one.id)).limit(20).toList(), views::conversation));
        return Answer.ok(body);
    }

    private Answer create(ChatwootCall call) {
        JsonNode parameters = call.parameters();
        ContactInbox contactInbox = contactInbox(parameters);
        if (!call.caller().sees(contactInbox.inbox().id)) {
            throw Errors.notAuthorized();
        }
        Conversation conversation = contactInbox.inbox().lockToSingleConversation ? latestOrNew(contactInbox, parameters)
                : create(contactInbox, parameters);
        if (parameters.path("message").isObject()) {
            builder.create(conversation, call.caller(), (ObjectNode) parameters.path("message"), List.of());
        }
        return Answer.ok(views.conversation(conversation));
    }

    private Conversation latestOrNew(ContactInbox contactInbox, JsonNode parameters) {
        return state.conversations.values().stream().filter(each -> each.contactInbox == contactInbox)
                .reduce((first, second) -> second).orElseGet(() -> create(contactInbox, parameters));
    }

    private Conversation create(ContactInbox contactInbox, JsonNode parameters) {
        String status = Parameters.present(parameters, "status");
        Conversation conversation = state.addConversation(contactInbox);
        if (status != null) {
            conversation.status = ConversationActionsResource.known(status);
        }
        conversation.additionalAttributes = Parameters.object(parameters, "additional_attributes");
        conversation.customAttributes = Parameters.object(parameters, "custom_attributes");
        conversation.assignee = state.users.get(parameters.path("assignee_id").asLong());
        state.events.created(conversation);
        return conversation;
    }

    /** Inbox and contact together make one; a source id alone is looked up across all inboxes; else nothing is found. */
    private ContactInbox contactInbox(JsonNode parameters) {
        String sourceId = Parameters.present(parameters, "source_id");
        Inbox inbox = required(state.inboxes.get(parameters.path("inbox_id").asLong()), parameters, "inbox_id");
        Contact contact = required(state.contacts.get(parameters.path("contact_id").asLong()), parameters, "contact_id");
        if (inbox != null && contact != null) {
            return state.contactInbox(contact, inbox, sourceId);
        }
        if (sourceId == null) {
            throw Errors.notFound();
        }
        return state.contactInbox(null, sourceId).orElseThrow(Errors::notFound);
    }

    private static <T> T required(T found, JsonNode parameters, String name) {
        if (found == null && Parameters.present(parameters, name) != null) {
            throw Errors.notFound();
        }
        return found;
    }
}
