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
package io.github.camelhelpdesk.routes.contract;

import java.util.Map;

/**
 * What has crossed from one provider to another.
 *
 * @param messages by their kinds; a kind that the source does not have is missing
 * @param fields what has become of each field, by its title
 */
record Crossing(Provider source, Provider target, Map<RichMessage, CrossedMessage> messages, Map<String, String> fields) {
}
