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
 * The Channel.io simulator. In the comments, <i>channelio.md</i> is the project's page of facts about Channel.io, drawn from
 * the
 * vendor's API description "Channel Open Api" 28.0.3, the vendor's {@code ch-proto-public}, and the API page "Get a UserChat's
 * messages". What no page states is chosen here and says so.
 */
package io.github.camelhelpdesk.testkit.channelio;
