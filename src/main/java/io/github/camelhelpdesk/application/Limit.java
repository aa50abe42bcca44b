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

import jakarta.ws.rs.core.Response.Status;

/** How many lines a caller asks for. */
final class Limit {

    private Limit() {
    }

    /** @throws RequestException answered by 400 when it is no whole number from 1 to the largest */
    static int parse(String limit, int largest) {
        try {
            int count = Integer.parseInt(limit);
            if (count >= 1 && count <= largest) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            // answered like a number out of range
        }
        throw new RequestException(Status.BAD_REQUEST, "limit must be a whole number from 1 to " + largest);
    }
}
