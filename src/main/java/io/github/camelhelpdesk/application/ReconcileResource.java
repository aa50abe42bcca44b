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

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.ResponseStatus;

import io.github.camelhelpdesk.sync.desk.SyncDesk;
import io.github.camelhelpdesk.sync.reconcile.Reconciliation;

/** Compares what both sides of a link have with its ledger, in the background. */
@Path("/api/links/{link}/reconcile")
@Produces(MediaType.APPLICATION_JSON)
public class ReconcileResource {

    private final SyncDesk desk;

    ReconcileResource(SyncDesk desk) {
        this.desk = desk;
    }

    /**
     * Begins to compare.
     *
     * @param repair true to have read again what is missing or has diverged
     */
    @POST
    @ResponseStatus(202)
    public Reconciliation start(@PathParam("link") String link, @QueryParam("repair") @DefaultValue("false") String repair) {
        if (!repair.equals("true") && !repair.equals("false")) {
            throw new RequestException(Status.BAD_REQUEST, "repair must be true or false");
        }
        return desk.link(link).reconciling().start(repair.equals("true"));
    }

    /** The comparison that is running, or the last one. */
    @GET
    public Reconciliation last(@PathParam("link") String link) {
        return desk.link(link).reconciling().last().orElseThrow(() -> new RequestException(Status.NOT_FOUND,
                "The link has not been reconciled since the application has started. POST begins it."));
    }

    /** Ends the comparison that is running. */
    @DELETE
    @ResponseStatus(202)
    public Reconciliation cancel(@PathParam("link") String link) {
        return desk.link(link).reconciling().cancel();
    }
}
