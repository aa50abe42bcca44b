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
package io.github.camelhelpdesk.sync.view;

/**
 * One of the two sides of a conversation.
 *
 * @param side component name of the side
 * @param conversationId conversation id there, the newest where there were several; null while there is none
 * @param messages messages that were written there, without edits and deletions
 * @param waiting of what was written there, how much is still on its way to the other side; counted up to 1000
 * @param parked of what was written there, how much waits for a person; counted up to 1000
 */
public record ConversationSide(String side, String conversationId, long messages, long waiting, long parked) {
}
