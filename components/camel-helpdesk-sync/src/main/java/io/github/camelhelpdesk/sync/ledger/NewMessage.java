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
public record NewMessage(long direction, MessageKey key, String marker, String content, Instant createdAt, String parkedReason) {

    MessageState state() {
        return parkedReason == null ? MessageState.PENDING : MessageState.PARKED;
    }

    /** The key only: logs must not carry a customer's text. */
    @Override
    public String toString() {
        return "message " + key;
    }
}
