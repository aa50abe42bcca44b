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

/**
 * A whole answer in JSON, one field of which is of another kind than it should be. The same will be answered again, unlike an
 * answer that is cut off or no JSON at all. Of a write nobody knows then whether it was done.
 */
public class UnexpectedShapeException extends HelpdeskException {

    /** @param message what was answered how, without the provider's text */
    public UnexpectedShapeException(String message) {
        super(message, Outcome.UNCLEAR, 0, null, true, null);
    }
}
