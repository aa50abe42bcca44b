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
package io.github.camelhelpdesk.common;

/** The look-up of a message in doubt can tell neither that it is there nor that it is not. Nothing was sent. */
public class CannotTellException extends HelpdeskException {

    /** @param message which message, in which conversation, and why it cannot be told */
    public CannotTellException(String message) {
        super(message, Outcome.UNCLEAR, 0, null, false, null);
    }
}
