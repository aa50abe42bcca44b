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

/**
 * A conversation that may have new messages.
 *
 * @param conversationId id of the conversation
 * @param changedAt when it changed, by the provider's clock
 * @param version differs whenever there may be a new message; equal versions are not read again
 * @param comesAgain whether later lists may show this version, which is therefore remembered until the mark is past it
 */
public record ConversationChange(String conversationId, Instant changedAt, String version, boolean comesAgain) {

    /** One that later lists may show again. */
    public ConversationChange(String conversationId, Instant changedAt, String version) {
        this(conversationId, changedAt, version, true);
    }
}
