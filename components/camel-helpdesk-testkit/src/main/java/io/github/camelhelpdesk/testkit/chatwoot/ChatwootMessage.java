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
package io.github.camelhelpdesk.testkit.chatwoot;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message as it is stored now.
 *
 * @param conversationId the id in addresses, Chatwoot's display id
 * @param content null for a message that is only files
 * @param contentAttributes with what a client added
 * @param sourceId null without one
 * @param createdAt to the microsecond; the wire has seconds
 * @param senderType Contact, User, AgentBot, or null for an activity
 * @param status sent, delivered, read or failed
 * @param delivered false when the source id kept an outgoing message from leaving an email inbox
 */
public record ChatwootMessage(long id, long conversationId, ChatwootMessageType messageType, String content,
        Map<String, Object> contentAttributes, String sourceId, boolean isPrivate, Instant createdAt, String senderType,
        String senderName, List<ChatwootAttachment> attachments, String status, boolean delivered) {
}
