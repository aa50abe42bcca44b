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
package io.github.camelhelpdesk.sync.view;

/**
 * The counters of one direction of a link.
 *
 * @param source component name of the side that messages come from
 * @param target component name of the side that messages go to
 * @param received messages in the ledger, whatever became of them
 * @param delivered messages whose copy is confirmed on the target
 * @param pending messages that have not ended yet
 * @param parked messages that wait for a person
 * @param lagMillis age in milliseconds of the oldest message that has not ended, 0 when there is none
 */
public record FlowStatus(String source, String target, long received, long delivered, long pending, long parked,
        long lagMillis) {
}
