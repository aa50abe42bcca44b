package io.github.camelhelpdesk.sync.view;

import java.util.List;

/** Read access to the ledger, for a console, a REST resource or a health check. Safe to call from any thread. */
public interface LedgerView {

    /** All links that the ledger knows, by name. */
    List<LinkStatus> links();

    /**
     * The newest messages of a link, newest first.
     *
     * @param link  the link's name
     * @param limit 1 to 1000; larger values are cut to 1000
     */
    List<MessageTrace> messages(String link, int limit);
}
