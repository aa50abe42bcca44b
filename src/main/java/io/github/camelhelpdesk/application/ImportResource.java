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

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.github.camelhelpdesk.sync.desk.SyncDesk;
import io.github.camelhelpdesk.sync.view.ImportReport;

/** How far the imports of a link have come, and what they have done. */
@Path("/api/links/{link}/import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private final SyncDesk desk;

    ImportResource(SyncDesk desk) {
        this.desk = desk;
    }

    /** One report for each direction that imports or has imported; none for a link without. */
    @GET
    public List<ImportReport> all(@PathParam("link") String link) {
        return desk.link(link).importing().all();
    }
}
