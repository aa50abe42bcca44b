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
package io.github.camelhelpdesk.common.consumer;

import java.time.Instant;
import java.util.List;

/**
 * Messages of one conversation in the provider's order, oldest first. All messages before the last one of a batch have been in
 * it or in an earlier batch of the same reader.
 *
 * @param messages the messages, may be empty
 * @param readAt the provider's clock when it answered
 */
public record MessageBatch(List<SourceMessage> messages, Instant readAt) {
}
