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
package io.github.camelhelpdesk.common.conversation;

import java.util.List;

/** Conversations, part by part. One that changes meanwhile may come twice, but is not left out. */
@FunctionalInterface
public interface SnapshotList {

    /**
     * The next part, which may be empty. After an exception it can be asked for again, and goes on where it was.
     *
     * @return null at the end
     * @throws io.github.camelhelpdesk.common.HelpdeskException when the provider does not answer as it should
     */
    List<ConversationSnapshot> next();
}
