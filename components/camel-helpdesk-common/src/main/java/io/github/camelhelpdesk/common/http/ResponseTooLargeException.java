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
package io.github.camelhelpdesk.common.http;

import io.github.camelhelpdesk.common.HelpdeskException;

/** An answer larger than {@code maxResponseSize}. Of a write nobody knows then whether it was done. */
public class ResponseTooLargeException extends HelpdeskException {

    ResponseTooLargeException(String message, int statusCode, Throwable cause) {
        super(message, Outcome.UNCLEAR, statusCode, null, false, cause);
    }
}
