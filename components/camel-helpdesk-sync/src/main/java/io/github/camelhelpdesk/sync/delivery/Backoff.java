package io.github.camelhelpdesk.sync.delivery;

import java.time.Duration;

/**
 * Waiting times that double.
 *
 * @param first after the first failure
 * @param longest the most
 */
public record Backoff(Duration first, Duration longest) {

    private static final int LARGEST_EXPONENT = 30;

    /** @param failures how many there were before this one */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, LARGEST_EXPONENT));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
