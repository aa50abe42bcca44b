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

/**
 * What one consumer reads of an account.
 *
 * @param source reads the provider
 * @param filters what restricts the reading, part of the cursor's key; empty for none
 * @param conversationId the one conversation to read, or null for the whole account
 * @param inclusion what is handed to the route
 * @param updates whether what was handled comes again when it has changed since
 * @param what one of what is read, as log messages call it
 */
record AccountScope(MessageSource source, String filters, String conversationId, Inclusion inclusion, boolean updates,
        String what) {

    /** Whether a conversation and, unless it is null, a message can be among what is read. */
    boolean isWithin(String conversation, String messageId) {
        return (conversationId == null || conversationId.equals(conversation)) && source.isId(conversation, messageId);
    }
}
