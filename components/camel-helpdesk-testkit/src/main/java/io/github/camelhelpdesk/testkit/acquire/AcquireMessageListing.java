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
package io.github.camelhelpdesk.testkit.acquire;

/** What listing the messages of a thread answers with; the documentation contradicts itself (acquire.md, quirk Q1). */
public enum AcquireMessageListing {
    /** Cases with their last message each, as in the only published example. */
    CASES,
    /** Cases with all their messages. */
    CASES_WITH_MESSAGES,
    /** Messages, as the page's title says. */
    MESSAGES
}
