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
package io.github.camelhelpdesk.application;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import io.github.camelhelpdesk.sync.view.ConversationHistory;
import io.github.camelhelpdesk.sync.view.ConversationSummary;
import io.github.camelhelpdesk.sync.view.ConversationView;

/** The conversations of a link, with what people wrote on both sides. */
@Path("/api/links/{link}/conversations")
@Produces(MediaType.APPLICATION_JSON)
public class ConversationsResource {

    private static final int MOST_CONVERSATIONS = 200;
    private static final int MOST_MESSAGES = 1000;
    private static final int LONGEST_SEARCH = 200;

    private final ConversationView conversations;
    private final KnownLinks links;
    private final Revalidation revalidation;

    ConversationsResource(ConversationView conversations, KnownLinks links, Revalidation revalidation) {
        this.conversations = conversations;
        this.links = links;
        this.revalidation = revalidation;
    }

    /**
     * The conversations of a link, those with the newest message first.
     *
     * @param link the link's name; an unknown one is answered by 404
     * @param limit 1 to 200; anything else is answered by 400
     * @param search part of a contact's name or of an id, at most 200 characters
     */
    @GET
    public Response conversations(@PathParam("link") String link, @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("search") @DefaultValue("") String search, @Context Request request) {
        int count = Limit.parse(limit, MOST_CONVERSATIONS);
        if (search.length() > LONGEST_SEARCH) {
            throw new RequestException(Status.BAD_REQUEST, "search must have at most " + LONGEST_SEARCH + " characters");
        }
        List<ConversationSummary> found = conversations.conversations(link, count, search);
        if (found.isEmpty()) {
            links.require(link);
        }
        return revalidation.answer(found, request);
    }

    /**
     * One conversation with the newest messages of both sides, oldest first.
     *
     * @param side component name of the side that the id belongs to
     * @param conversationId conversation id on that side; an unknown one is answered by 404
     * @param limit 1 to 1000; anything else is answered by 400
     */
    @GET
    @Path("{side}/{conversationId}")
    public Response conversation(@PathParam("link") String link, @PathParam("side") String side,
            @PathParam("conversationId") String conversationId, @QueryParam("limit") @DefaultValue("200") String limit,
            @Context Request request) {
        ConversationHistory history = conversations.conversation(link, side, conversationId,
                Limit.parse(limit, MOST_MESSAGES)).orElseThrow(() -> unknown(link));
        return revalidation.answer(history, request);
    }

    private RequestException unknown(String link) {
        links.require(link);
        return new RequestException(Status.NOT_FOUND,
                "No message of such a conversation has entered the ledger of this link.");
    }
}
