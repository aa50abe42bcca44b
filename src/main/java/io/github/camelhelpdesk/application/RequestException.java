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

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A request that cannot be served, answered by its status and {@code {"error": "..."}}. */
class RequestException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    RequestException(Response.Status status, String error) {
        super(error, Response.status(status).type(MediaType.APPLICATION_JSON).entity(new Problem(error)).build());
    }

    /**
     * The body of such an answer.
     *
     * @param error what was wrong and what to change
     */
    public record Problem(String error) {
    }
}
