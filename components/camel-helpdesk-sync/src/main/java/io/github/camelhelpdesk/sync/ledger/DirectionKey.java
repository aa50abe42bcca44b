package io.github.camelhelpdesk.sync.ledger;

/**
 * One direction of a link.
 *
 * @param link name of the link
 * @param source name of the component that messages come from
 * @param target name of the component that messages go to
 */
public record DirectionKey(String link, String source, String target) {

    @Override
    public String toString() {
        return link + " from " + source + " to " + target;
    }
}
