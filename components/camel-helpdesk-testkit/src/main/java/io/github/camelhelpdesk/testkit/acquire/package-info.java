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
/**
 * The Acquire simulator. In the comments, <i>acquire.md</i> is the project's page of facts about Acquire, drawn from two of the
 * vendor's example pages (seed-000, seed-002) and from the history of {@code acquireio/developer.acquire.io} (D2). What no page
 * states is chosen here and says so.
 */
package io.github.camelhelpdesk.testkit.acquire;
