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

/**
 * A case as it stands now.
 *
 * @param threadId id of the thread's first case
 * @param parentId null for the first of a thread
 * @param messageCount notes and events included
 */
public record AcquireCase(String id, String threadId, String parentId, String contactId, String contactName, String channel,
        AcquireStatus status, String title, String timelineId, Instant dateCreated, Instant dateUpdated, int messageCount) {
}
