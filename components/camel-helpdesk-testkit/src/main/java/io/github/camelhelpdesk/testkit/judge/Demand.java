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
package io.github.camelhelpdesk.testkit.judge;

import io.github.camelhelpdesk.testkit.HistoryEntry;

/**
 * A notice that has to stand in a conversation, or may.
 *
 * @param missing what is wrong without it; null where it may stand and need not
 * @param after the notice comes later than this
 */
record Demand(Divergence missing, String conversation, long after) {

    static Demand required(Divergence.Kind kind, HistoryEntry change, HistoryEntry counterpart) {
        return new Demand(new Divergence(kind, change, counterpart), counterpart.conversation(), counterpart.sequence());
    }

    static Demand tolerated(String conversation) {
        return new Demand(null, conversation, 0);
    }

    boolean isRequired() {
        return missing != null;
    }
}
