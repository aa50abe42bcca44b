package io.github.camelhelpdesk.sync.view;

import java.time.Instant;
import java.util.List;

/**
 * What became of one message: the answer to "where is my message?".
 *
 * @param source               component name of the side it came from
 * @param target               component name of the side it goes to
 * @param sourceConversationId conversation on the source
 * @param sourceId             message id on the source
 * @param targetConversationId conversation on the target, or null while there is none
 * @param targetIds            ids of the copies on the target, empty until confirmed
 * @param state                {@code pending}, {@code confirmed}, {@code skipped} or {@code parked}
 * @param attempts             how often it was handed to the route
 * @param reason               why it is parked or what the last attempt met, or null; never message text
 * @param createdAt            when it was written, by the source's clock
 * @param receivedAt           when it entered the ledger
 * @param endedAt              when it ended, or null
 */
public record MessageTrace(String source, String target, String sourceConversationId, String sourceId,
        String targetConversationId, List<String> targetIds, String state, int attempts, String reason, Instant createdAt,
        Instant receivedAt, Instant endedAt) {
}
