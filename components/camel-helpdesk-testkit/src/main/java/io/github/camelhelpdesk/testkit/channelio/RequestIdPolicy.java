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
package io.github.camelhelpdesk.testkit.channelio;

/** What becomes of a second message with a known {@code requestId}; the provider does not say (channelio.md, section 5). */
public enum RequestIdPolicy {
    /** Both are stored. */
    STORE_BOTH,
    /** The second is refused with 422. */
    REJECT_DUPLICATE,
    /** The second answers with the first, and nothing is stored. */
    RETURN_FIRST
}
