/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
 * except in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the
 * License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
 * either express or implied. See the License for the specific language governing permissions
 * and limitations under the License.
 */
package io.github.camelhelpdesk.channelio.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.http.ErrorReader;
import io.github.camelhelpdesk.common.http.HttpCall;

/**
 * Reads Channel.io's errors. On 429 it tells when the limit is full again in {@code x-ratelimit-reset} (page "Rate Limiting":
 * seconds since 1970); {@code Retry-After} is not documented but taken when it is there.
 */
public final class ChannelioErrorReader extends ErrorReader {

    /** Seconds since 1970 stay below it until the year 5138, milliseconds have been above it since 1973. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    /** @param baseUrl origin of the API, as messages name the account */
    public ChannelioErrorReader(String baseUrl) {
        super("channelio account at " + baseUrl, "accessKey and secretKey");
    }

    @Override
    protected Outcome outcome(HttpCall call, int statusCode, String text) {
        // Whether a repeated requestId is refused is not documented. If it is, the message is there: it has to be looked for.
        return !call.isSafe() && isDuplicate(text) ? Outcome.UNCLEAR : super.outcome(call, statusCode, text);
    }

    private static boolean isDuplicate(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("requestid")
                && (lower.contains("duplicat") || lower.contains("already") || lower.contains("exist"));
    }

    @Override
    protected Duration retryAfter(UnaryOperator<String> headers, Instant providerNow) {
        Duration said = super.retryAfter(headers, providerNow);
        if (said != null) {
            return said;
        }
        // Each answer has the reset, a 500 as well: it only asks for a pause when nothing remains.
        String remaining = headers.apply("x-ratelimit-remaining");
        boolean isUsedUp = remaining == null || "0".equals(remaining.trim());
        return isUsedUp ? untilReset(headers.apply("x-ratelimit-reset"), providerNow) : null;
    }

    private static Duration untilReset(String value, Instant providerNow) {
        if (value == null || !value.trim().matches("\\d{1,15}")) {
            return null;
        }
        long number = Long.parseLong(value.trim());
        Instant reset = number < LEAST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        Duration wait = Duration.between(providerNow == null ? Instant.now() : providerNow, reset);
        // A reset that is over says nothing: the usual back-off applies.
        return wait.isNegative() || wait.isZero() ? null : wait;
    }
}
