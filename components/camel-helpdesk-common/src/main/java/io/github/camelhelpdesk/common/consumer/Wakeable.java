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

/** A consumer that can be told to read now instead of at its next poll. Telling it too often, or in any order, does no harm. */
public interface Wakeable {

    /**
     * Marks a conversation for reading at once.
     *
     * @param conversationId the conversation, or null when it is not known: the account's list of changes is asked at once
     * @param messageId a message that may have been edited or deleted, to be read again although it was handled; or null
     */
    void wake(String conversationId, String messageId);
}
