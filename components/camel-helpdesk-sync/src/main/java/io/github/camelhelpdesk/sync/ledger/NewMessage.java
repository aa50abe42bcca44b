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
package io.github.camelhelpdesk.sync.ledger;

import java.time.Instant;

import io.github.camelhelpdesk.common.model.MessageKey;

/**
 * A message that asks to be let in.
 *
 * @param direction id of the direction
 * @param key where the source has it
 * @param marker what its copies will bear
 * @param content the message as JSON
 * @param createdAt when it was written, by the source's clock, or null
 * @param parkedReason why it cannot be delivered, or null when it can
 */
public record NewMessage(long direction, MessageKey key, String marker, String content, Instant createdAt,
        String parkedReason) {

    MessageState state() {
        return parkedReason == null ? MessageState.PENDING : MessageState.PARKED;
    }

    /** The key only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "message " + key;
    }
}
