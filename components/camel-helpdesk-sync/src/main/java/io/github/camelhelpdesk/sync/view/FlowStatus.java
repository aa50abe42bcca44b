package io.github.camelhelpdesk.sync.view;

/**
 * The counters of one direction of a link.
 *
 * @param source    component name of the side that messages come from
 * @param target    component name of the side that messages go to
 * @param received  messages in the ledger, whatever became of them
 * @param delivered messages whose copy is confirmed on the target
 * @param pending   messages that have not ended yet
 * @param parked    messages that wait for a person
 * @param lagMillis age in milliseconds of the oldest message that has not ended, 0 when there is none
 */
public record FlowStatus(String source, String target, long received, long delivered, long pending, long parked,
        long lagMillis) {
}
