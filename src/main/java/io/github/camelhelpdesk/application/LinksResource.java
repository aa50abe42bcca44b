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
import java.util.stream.Collectors;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import io.github.camelhelpdesk.sync.view.LedgerView;
import io.github.camelhelpdesk.sync.view.LinkStatus;
import io.github.camelhelpdesk.sync.view.MessageTrace;

/** What the ledger knows, as JSON: counts per link and direction, and the way of single messages. Never message text. */
@Path("/api/links")
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {

    private static final int MAX_LIMIT = 1000;

    private final LedgerView ledger;

    LinksResource(LedgerView ledger) {
        this.ledger = ledger;
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
        List<MessageTrace> messages = ledger.messages(link, parse(limit));
        if (messages.isEmpty()) {
            requireKnown(link);
        }
        return messages;
    }

    private static int parse(String limit) {
        try {
            int count = Integer.parseInt(limit);
            if (count >= 1 && count <= MAX_LIMIT) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // answered like a number out of range
        }
        throw new RequestException(Status.BAD_REQUEST, "limit must be a whole number from 1 to " + MAX_LIMIT);
    }

    private void requireKnown(String link) {
        List<LinkStatus> links = ledger.links();
        if (links.stream().noneMatch(known -> known.link().equals(link))) {
            String names = links.stream().map(LinkStatus::link).sorted().collect(Collectors.joining(", "));
            throw new RequestException(Status.NOT_FOUND, "There is no link of that name. Known links: "
                    + (names.isEmpty() ? "none yet" : names));
        }
    }
}
