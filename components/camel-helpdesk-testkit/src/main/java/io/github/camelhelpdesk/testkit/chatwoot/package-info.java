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
 * The Chatwoot simulator. In the comments, <i>chatwoot.md</i> is the project's page of facts about Chatwoot, drawn from the
 * source
 * of {@code chatwoot/chatwoot}, tag v4.15.1, whose files are named where it matters, and from the vendor's API page "Get
 * messages".
 */
package io.github.camelhelpdesk.testkit.chatwoot;
