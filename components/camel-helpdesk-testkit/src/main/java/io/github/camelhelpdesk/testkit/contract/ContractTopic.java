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

/** What a rule is about. */
public enum ContractTopic {
    /** Lists longer than a page, of messages and of conversations. */
    PAGES,
    /** Messages with one stamp, late ones, clocks that disagree. */
    STAMPS,
    /** Stops, kills and starts. */
    RESTART,
    /** A handler that fails. */
    FAILING_ROUTE,
    /** A handler on another thread. */
    HAND_OVER,
    /** Refusals and failures that the provider answers with. */
    ERRORS,
    /** Answers that are broken, late or never come. */
    FAULTS,
    /** Messages of an unexpected form. */
    ITEMS,
    /** Messages that are edited after they were read. */
    EDITS,
    /** Messages that are deleted after they were read. */
    DELETIONS
}
