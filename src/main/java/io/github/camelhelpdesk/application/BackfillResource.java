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

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.ResponseStatus;

import io.github.camelhelpdesk.sync.desk.Backfill;
import io.github.camelhelpdesk.sync.desk.SyncDesk;

/** Reads a side of a link again, in the background. */
@Path("/api/links/{link}/backfill")
@Produces(MediaType.APPLICATION_JSON)
public class BackfillResource {

    private static final String BEGINNING = "beginning";

    private final SyncDesk desk;

    BackfillResource(SyncDesk desk) {
        this.desk = desk;
    }

    /** Begins to read again. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    public Backfill start(@PathParam("link") String link, Request request) {
        if (request == null || request.source() == null || request.from() == null) {
            throw new RequestException(Status.BAD_REQUEST, "The body must be {\"source\": name of a side, \"from\": when}");
        }
        return desk.link(link).backfilling().start(request.source(), instant(request.from()));
    }

    private static Instant instant(String from) {
        try {
            return from.equals(BEGINNING) ? Instant.EPOCH : Instant.parse(from);
        } catch (DateTimeParseException e) {
            throw new RequestException(Status.BAD_REQUEST,
                    "from must be an instant such as 2026-01-01T00:00:00Z, or " + BEGINNING);
        }
    }

    /** Backfills that are running, and the last ones. */
    @GET
    public List<Backfill> all(@PathParam("link") String link) {
        return desk.link(link).backfilling().all();
    }

    /**
     * The body of a start.
     *
     * @param source name of the side
     * @param from instant in ISO-8601, or beginning
     */
    public record Request(String source, String from) {
    }
}
