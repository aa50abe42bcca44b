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
package io.github.camelhelpdesk.common.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is to be done with a request.
 *
 * @param status what it is answered by
 * @param delivery the delivery, null when the request was refused
 * @param event the event to handle, or null when there is nothing to do
 * @param text what the answer says, or null for nothing
 */
record Admission(int status, Delivery delivery, JsonNode event, String text) {

    static Admission refused(int status) {
        return new Admission(status, null, null, null);
    }

    static Admission ignored(Delivery delivery) {
        return new Admission(200, delivery, null, null);
    }

    static Admission admitted(Delivery delivery, JsonNode event) {
        return new Admission(200, delivery, event, null);
    }

    static Admission challenged(Delivery delivery, String challenge) {
        return new Admission(200, delivery, null, challenge);
    }
}
