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
import jakarta.ws.rs.core.MediaType;

import io.github.camelhelpdesk.sync.view.LedgerView;
import io.github.camelhelpdesk.sync.view.LinkStatus;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/** What the ledger knows, as JSON: counts per link and direction, and the way of single messages. Never message text. */
@Path("/api/links")
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {

    private static final int MAX_LIMIT = 1000;

    private final LedgerView ledger;
    private final KnownLinks links;

    LinksResource(LedgerView ledger, KnownLinks links) {
        this.ledger = ledger;
        this.links = links;
    }

    /** All links with the counts of their directions. */
    @GET
    public List<LinkStatus> links() {
        return ledger.links();
    }

    /**
     * The newest messages of a link, newest first.
     *
     * @param link the link's name; an unknown one is answered by 404
     * @param limit 1 to 1000; anything else is answered by 400
     */
    @GET
    @Path("{link}/messages")
    public List<MessageTrace> messages(@PathParam("link") String link, @QueryParam("limit") @DefaultValue("50") String limit) {
        List<MessageTrace> messages = ledger.messages(link, Limit.parse(limit, MAX_LIMIT));
        if (messages.isEmpty()) {
            links.require(link);
        }
        return messages;
    }
}
