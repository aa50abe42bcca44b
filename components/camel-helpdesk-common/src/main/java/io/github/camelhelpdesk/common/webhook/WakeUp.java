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
package io.github.camelhelpdesk.common.webhook;

/**
 * What an event asks the reader to look at.
 *
 * @param conversationId the conversation, or null when the event does not say: the list of changes is asked for
 * @param messageId a message of it that may have changed, or null
 */
public record WakeUp(String conversationId, String messageId) {
}
