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

import io.github.camelhelpdesk.sync.desk.MessageSummary;
import io.github.camelhelpdesk.sync.desk.SyncDesk;

/** The messages of a link that wait for a person. Never message text. */
@Path("/api/links/{link}/parked")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedResource {

    private final SyncDesk desk;

    ParkedResource(SyncDesk desk) {
        this.desk = desk;
    }

    /**
     * Parked messages, those that wait longest first.
     *
     * @param limit 1 to 1000; anything else is answered by 400
     * @param after number of the row to go on after
     */
    @GET
    public List<MessageSummary> parked(@PathParam("link") String link, @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") @DefaultValue("0") String after) {
        return desk.link(link).parking().parked(WholeNumbers.limit(limit),
                WholeNumbers.within("after", after, 0, Long.MAX_VALUE));
    }
}
