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

import java.time.Instant;
import java.util.Map;

/**
 * A message as it is stored now.
 *
 * @param threadId of the conversation
 * @param senderType contact or user
 * @param type message, note, event or sms
 * @param text what was said, of an SMS and a mail too; empty for a deleted one that stays
 * @param meta as sent, or what the channel keeps beside the text
 * @param dateUpdated null until somebody edits it
 */
public record AcquireMessage(String id, String caseId, String threadId, String channel, String senderType, String senderId,
        String senderName, String type, String text, Map<String, Object> meta, Instant dateCreated, Instant dateUpdated) {
}
