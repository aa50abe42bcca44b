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
package io.github.camelhelpdesk.testkit.contract;

/** What not every provider has. A desk declares what it has; rules about the rest are not for it. */
public enum ContractTrait {
    /** The text of a message can change, and the API shows it. */
    EDITS,
    /** A message can be deleted, and the API shows that. */
    DELETIONS,
    /** A message can become visible after one that was written later. */
    LATE_MESSAGES
}
