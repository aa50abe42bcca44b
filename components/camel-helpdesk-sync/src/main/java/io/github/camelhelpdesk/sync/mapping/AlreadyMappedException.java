package io.github.camelhelpdesk.sync.mapping;

import io.github.camelhelpdesk.common.HelpdeskException;

/** The target answered with a conversation that stands for another one already. Writing into it would mix two customers. */
final class AlreadyMappedException extends HelpdeskException {

    AlreadyMappedException(String conversation, String target) {
        super("The conversation " + conversation + " on " + target + " stands for another conversation already; nothing was sent"
                + " into it. Find out on " + target + " which customer it belongs to.", Outcome.REFUSED, 0, null, false, null);
    }
}
