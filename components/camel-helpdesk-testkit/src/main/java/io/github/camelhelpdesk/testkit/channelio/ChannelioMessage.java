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

import java.time.Instant;
import java.util.List;

/**
 * A message as it is stored now.
 *
 * @param personType user, manager or bot
 * @param plainText null on log, file-only and removed messages
 * @param blocks values of the text and code blocks, as sent, markup and entities included
 * @param files names of its files
 * @param options such as private or doNotPost
 * @param requestId null without one
 * @param state sent or removed
 * @param logAction null for speech
 * @param editedAt null until somebody edits it
 */
public record ChannelioMessage(String id, String userChatId, String personType, String personId, String personName,
        String plainText, List<String> blocks, List<String> files, List<String> options, String requestId, String state,
        String logAction, Instant createdAt, Instant editedAt) {
}
