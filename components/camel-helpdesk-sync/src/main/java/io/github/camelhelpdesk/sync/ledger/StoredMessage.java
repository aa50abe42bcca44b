package io.github.camelhelpdesk.sync.ledger;

/**
 * What became of a message that asked to be let in.
 *
 * @param outcome what was done
 * @param direction id of the direction whose lane has work now
 * @param lane id of that lane, 0 when none
 */
public record StoredMessage(Outcome outcome, long direction, long lane) {

    public enum Outcome {
        /** A new row. */
        STORED,
        /** The row was there already. */
        KNOWN,
        /** It is a copy that we made, or bears the mark of one: dropped. */
        ECHO,
        /** It is the copy of a row that had not been confirmed: now it is. */
        CONFIRMED
    }
}
