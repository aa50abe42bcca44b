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

/** Numbers in requests, which are answered by 400 when they are none. */
final class WholeNumbers {

    private static final int MAX_LIMIT = 1000;

    private WholeNumbers() {
    }

    /** How many lines are asked for. */
    static int limit(String text) {
        return (int) within("limit", text, 1, MAX_LIMIT);
    }

    static long within(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered like a number out of range
        }
        throw new RequestException(Status.BAD_REQUEST, name + " must be a whole number from " + least + " to " + most);
    }
}
