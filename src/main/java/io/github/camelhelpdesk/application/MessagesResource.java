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

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.Cache;

import io.github.camelhelpdesk.sync.desk.MessageDetails;
import io.github.camelhelpdesk.sync.desk.MessageSummary;
import io.github.camelhelpdesk.sync.desk.Parking;
import io.github.camelhelpdesk.sync.desk.Replayed;
import io.github.camelhelpdesk.sync.desk.SyncDesk;

/** Single messages: where they are, their text, and what a person does about a parked one. */
@Path("/api/messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    private final SyncDesk desk;

    MessagesResource(SyncDesk desk) {
        this.desk = desk;
    }

    /**
     * Where is my message?
     *
     * @param id its id at a provider, or that of its copy
     * @param source name of the side that has this id; none for any
     */
    @GET
    public List<MessageSummary> find(@QueryParam("id") String id, @QueryParam("source") String source) {
        if (id == null || id.isBlank()) {
            throw new RequestException(Status.BAD_REQUEST, "id must be the id of a message at its provider");
        }
        return desk.find(source, id);
    }

    /** One message with its text and with what people have done to it. */
    @GET
    @Path("{row}")
    @Cache(noStore = true)
    public MessageDetails message(@PathParam("row") String row, @QueryParam("link") String link) {
        return parking(row, link).message(number(row));
    }

    /** Takes a parked message up again. */
    @POST
    @Path("{row}/replay")
    public Replayed replay(@PathParam("row") String row, @QueryParam("link") String link) {
        return parking(row, link).replay(number(row));
    }

    /** Ends a parked message for good. */
    @POST
    @Path("{row}/discard")
    public MessageSummary discard(@PathParam("row") String row, @QueryParam("link") String link) {
        return parking(row, link).discard(number(row));
    }

    /** Gives a parked message another text. */
    @PUT
    @Path("{row}/text")
    @Consumes(MediaType.APPLICATION_JSON)
    public MessageSummary changeText(@PathParam("row") String row, @QueryParam("link") String link, NewText text) {
        return parking(row, link).changeText(number(row), text == null ? null : text.text(), text != null && text.evenIfSent());
    }

    private Parking parking(String row, String link) {
        return (link == null ? desk.linkOf(number(row)) : desk.link(link)).parking();
    }

    private static long number(String row) {
        return WholeNumbers.within("The number of a message", row, 1, Long.MAX_VALUE);
    }

    /**
     * The body of a change.
     *
     * @param text plain text
     * @param evenIfSent whether it is changed although the target may have the message with its old text
     */
    public record NewText(String text, boolean evenIfSent) {

        /** Without the text, which must not come into logs. */
        @Override
        public String toString() {
            return "a text";
        }
    }
}
