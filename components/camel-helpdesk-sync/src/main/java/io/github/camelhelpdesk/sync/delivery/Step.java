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
package io.github.camelhelpdesk.sync.delivery;

import java.util.List;

import io.github.camelhelpdesk.common.model.HelpdeskMessage;
import io.github.camelhelpdesk.sync.ledger.TargetMessage;

/** What is to be done for a row. */
sealed interface Step {

    /**
     * The route sends a message.
     *
     * @param replaces the copies that it may replace, the first one in the conversation it goes to; none when it is a message
     *        of
     *        its own
     */
    record Send(HelpdeskMessage message, List<TargetMessage> replaces) implements Step {
    }

    /** The sync itself deletes messages on the target. */
    record Delete(List<TargetMessage> copies) implements Step {
    }

    /** Nothing, for this reason. */
    record Nothing(String reason) implements Step {
    }

    /** Nothing before a person has decided about another row. */
    record Wait(String reason) implements Step {
    }
}
