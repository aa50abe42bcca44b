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
package io.github.camelhelpdesk.testkit.signalzen;

/** How a list is sorted; the provider does not say (signalzen.md, section 3). */
public enum SignalzenOrder {
    /** As in the examples of the documentation. */
    OLDEST_FIRST,
    NEWEST_FIRST,
    /** Users only: whoever changes moves to the top, also while somebody pages through the list. */
    LAST_CHANGED_FIRST
}
