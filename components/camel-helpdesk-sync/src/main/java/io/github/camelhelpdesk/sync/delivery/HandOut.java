package io.github.camelhelpdesk.sync.delivery;

import java.time.Instant;

import io.github.camelhelpdesk.sync.ledger.MessageRow;

/**
 * One attempt at one row.
 *
 * @param row the row as it was when the attempt began
 * @param conversation where the copy goes
 * @param at when the route got it; null when it did not come so far
 * @param permit what {@link SidePause#enter} gave
 */
record HandOut(MessageRow row, String conversation, Instant at, int permit) {
}
