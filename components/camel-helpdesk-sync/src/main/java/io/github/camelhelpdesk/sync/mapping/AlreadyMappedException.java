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
package io.github.camelhelpdesk.sync.mapping;

import io.github.camelhelpdesk.common.HelpdeskException;

/** The target answered with a conversation that stands for another one already. Writing into it would mix two customers. */
final class AlreadyMappedException extends HelpdeskException {

    AlreadyMappedException(String conversation, String target) {
        super("The conversation " + conversation + " on " + target
                + " stands for another conversation already; nothing was sent"
                + " into it. Find out on " + target + " which customer it belongs to.", Outcome.REFUSED, 0, null, false, null);
    }
}
