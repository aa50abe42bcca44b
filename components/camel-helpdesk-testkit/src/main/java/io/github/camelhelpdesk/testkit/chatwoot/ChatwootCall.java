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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.http.Call;
import io.github.camelhelpdesk.testkit.http.Part;

/**
 * A request whose token has been checked.
 *
 * @param caller null where no token is needed
 */
record ChatwootCall(Call call, Caller caller) {

    String query(String name) {
        return call.query(name);
    }

    /** A number in the path; anything else finds nothing. */
    long id(String name) {
        try {
            return Long.parseLong(call.pathValue(name));
        } catch (NumberFormatException e) {
            throw Errors.notFound();
        }
    }

    /** The fields of a JSON, form or multipart body; empty without one. */
    ObjectNode parameters() {
        return Parameters.of(call);
    }

    List<Part> files(String name) {
        return call.parts().stream().filter(part -> part.fileName() != null && part.name().equals(name)).toList();
    }
}
