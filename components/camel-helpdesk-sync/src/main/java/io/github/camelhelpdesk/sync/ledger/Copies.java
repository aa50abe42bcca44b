package io.github.camelhelpdesk.sync.ledger;

import java.util.List;

/**
 * The copies that were made of one message.
 *
 * @param link the link that made them
 * @param side the account they are in, as {@code provider/account}
 * @param conversation conversation they are in
 * @param ids their ids, in the order in which they were written
 */
public record Copies(String link, String side, String conversation, List<String> ids) {

    String last() {
        return ids.get(ids.size() - 1);
    }
}
