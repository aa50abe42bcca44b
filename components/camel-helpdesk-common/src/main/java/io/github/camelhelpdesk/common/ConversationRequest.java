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
package io.github.camelhelpdesk.common;

import java.time.Instant;

import io.github.camelhelpdesk.common.model.Contact;

/**
 * Asks a side for the conversation that stands for a conversation of another side.
 *
 * @param key names the conversation on the target for ever: a pure function of link, source conversation and
 *        generation, at most 100 characters of {@code [A-Za-z0-9._-]}
 * @param contactKey names the customer on the target for ever: a pure function of the source side and its contact, at
 *        most 60 characters of the same alphabet
 * @param contact the customer as the source knows him; null when it does not
 * @param inDoubt whether an earlier creation may have happened
 * @param notFoundFrom when in doubt: from when on "not found" counts; else null
 * @param silent whether it is history that is only filed: nobody is told of it, as far as the target can be told to be silent
 */
public record ConversationRequest(String key, String contactKey, Contact contact, boolean inDoubt, Instant notFoundFrom,
        boolean silent) {

    /** For a conversation that goes on. */
    public ConversationRequest(String key, String contactKey, Contact contact, boolean inDoubt, Instant notFoundFrom) {
        this(key, contactKey, contact, inDoubt, notFoundFrom, false);
    }
}
