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
package io.github.camelhelpdesk.common.consumer;

import java.util.Map;

/**
 * What is wanted of a conversation when its reading begins.
 *
 * @param change the change that is known, or null
 * @param wakes how often it was woken
 * @param revisits messages to look at again, with the wake that asked for them
 * @param order what it is to be read again from, or null
 */
record ConversationWork(ConversationChange change, int wakes, Map<String, Integer> revisits, RereadOrder order) {

    /** Whether nothing of it is in the stored cursor. */
    boolean isPlain() {
        return change == null && revisits.isEmpty() && order == null;
    }

    /** Whether it is wanted because the list of changes has shown it, and for nothing else. */
    boolean isListedOnly() {
        return change != null && wakes == 0 && order == null;
    }
}
