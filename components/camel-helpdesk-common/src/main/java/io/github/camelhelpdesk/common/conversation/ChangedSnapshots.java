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

import java.time.Instant;
import java.util.List;

/**
 * What changed in an account.
 *
 * @param snapshots the conversations that may have changed, may include some that did not
 * @param mark latest change seen, by the provider's clock: all changes up to it are in the list or in an earlier one; null when
 *        nothing is known beyond what was asked
 */
public record ChangedSnapshots(List<ConversationSnapshot> snapshots, Instant mark) {
}
