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
package io.github.camelhelpdesk.sync.reconcile;

import java.util.List;
import java.util.Map;

/**
 * What was found in one conversation in one direction.
 *
 * @param source name of the side that its messages come from
 * @param target name of the side that they go to
 * @param sourceConversationId its id at the source
 * @param targetConversationId its id at the target, or null
 * @param findings ids by what was found, at most 100 of each
 */
public record ConversationFindings(String source, String target, String sourceConversationId, String targetConversationId,
        Map<Finding, List<String>> findings) {
}
