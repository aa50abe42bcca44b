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
package io.github.camelhelpdesk.testkit.signalzen;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhelpdesk.testkit.Author;
import io.github.camelhelpdesk.testkit.http.Json;

/** An agent. */
record Operator(long id, String forename, String surname, String email) implements Sender {

    @Override
    public String type() {
        return "operator";
    }

    @Override
    public Author author() {
        return Author.AGENT;
    }

    @Override
    public ObjectNode senderJson() {
        return Json.object().put("id", id).put("forename", forename).put("surname", surname).put("email", email)
                .putNull("picture_thumb_url");
    }
}
