package io.github.camelhelpdesk.sync;


/** What becomes of a conversation whose message is parked. Named as in the URI. */
public enum OnFinalFailure {
    /** Its later messages wait: order is kept. */
    wait,
    /** Its later messages are delivered: order is given up for the parked one. */
    goOn
}
