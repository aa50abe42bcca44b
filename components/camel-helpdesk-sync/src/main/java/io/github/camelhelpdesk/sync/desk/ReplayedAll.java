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
package io.github.camelhelpdesk.sync.desk;

/**
 * What a replay of several messages came to.
 *
 * @param replayed how many are on their way again
 * @param inDoubt how many of them are looked for at the target first
 * @param late how many of them come after later messages of their conversation
 * @param unreadable how many stay parked because their consumer could not read them
 */
public record ReplayedAll(int replayed, int inDoubt, int late, int unreadable) {

    ReplayedAll andUnreadable(int more) {
        return new ReplayedAll(replayed, inDoubt, late, unreadable + more);
    }
}
