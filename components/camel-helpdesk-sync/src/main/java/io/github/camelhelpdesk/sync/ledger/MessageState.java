package io.github.camelhelpdesk.sync.ledger;

import java.util.Locale;

/** Where a row stands. All but {@link #PENDING} are ends; a parked row can be taken up again. */
public enum MessageState {
    PENDING,
    CONFIRMED,
    SKIPPED,
    PARKED;

    /** The word in the database and in {@link io.github.camelhelpdesk.sync.view.MessageTrace}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
