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

/**
 * A conversation as it is stored now.
 *
 * @param id the id in addresses, Chatwoot's display id
 * @param sourceId of the contact-inbox
 * @param status open, resolved, pending or snoozed
 */
public record ChatwootConversation(long id, long inboxId, long contactId, String contactName, String sourceId, String status,
        List<String> labels, Instant createdAt, Instant updatedAt, Instant lastActivityAt, int messageCount) {
}
