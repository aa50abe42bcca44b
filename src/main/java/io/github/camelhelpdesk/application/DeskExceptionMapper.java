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

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import io.github.camelhelpdesk.sync.desk.DeskException;

/** Answers what the desk refuses in the form of {@link RequestException}. */
@Provider
public class DeskExceptionMapper implements ExceptionMapper<DeskException> {

    @Override
    public Response toResponse(DeskException exception) {
        Status status = switch (exception.problem()) {
            case NOT_FOUND -> Status.NOT_FOUND;
            case BAD_REQUEST -> Status.BAD_REQUEST;
            case CONFLICT -> Status.CONFLICT;
        };
        return new RequestException(status, exception.getMessage()).getResponse();
    }
}
