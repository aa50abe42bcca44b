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

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.github.camelhelpdesk.sync.desk.ReplayedAll;
import io.github.camelhelpdesk.sync.desk.SyncDesk;

/** Takes all parked messages of a link up again. */
@Path("/api/links/{link}/replay")
@Produces(MediaType.APPLICATION_JSON)
public class ReplayResource {

    private final SyncDesk desk;

    ReplayResource(SyncDesk desk) {
        this.desk = desk;
    }

    /**
     * Replays them in their order.
     *
     * @param source name of the side that the conversation is on; none for both
     * @param conversation source conversation; none for all
     */
    @POST
    public ReplayedAll replay(@PathParam("link") String link, @QueryParam("source") String source,
            @QueryParam("conversation") String conversation) {
        return desk.link(link).parking().replayAll(source, conversation);
    }
}
