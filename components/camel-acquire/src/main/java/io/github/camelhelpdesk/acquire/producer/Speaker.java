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
package io.github.camelhelpdesk.acquire.producer;

import io.github.camelhelpdesk.acquire.model.AcquireMessage;
import io.github.camelhelpdesk.acquire.model.AcquireMessageRequest;

/**
 * As whom a message is sent. Users and contacts have ids of their own, so both type and id tell.
 *
 * @param type {@code user} or {@code contact}
 * @param id the id, null while it is not known
 */
record Speaker(String type, String id) {

    boolean isKnown() {
        return id != null;
    }

    boolean mayHaveWritten(AcquireMessage message) {
        return type.equals(message.senderType()) && (id == null || id.equals(message.senderId()));
    }

    /** Who is not known yet is whoever wrote a message that is known to be ours. */
    Speaker orElse(AcquireMessage ours) {
        return !isKnown() && AcquireMessageRequest.USER.equals(type) && type.equals(ours.senderType())
                ? new Speaker(type, ours.senderId())
                : this;
    }
}
