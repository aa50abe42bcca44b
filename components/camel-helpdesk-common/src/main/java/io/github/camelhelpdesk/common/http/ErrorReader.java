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
package io.github.camelhelpdesk.common.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.NotSentException;

/**
 * Turns an answer that is not 2xx into an exception. Providers override what is different with them.
 */
public class ErrorReader {

    private static final int MAX_TEXT = 300;
    private static final List<String> FIELDS = List.of("message", "error", "errors", "type", "code", "details");

    private final String subject;
    private final String credentialOptions;

    /**
     * @param subject provider and account, as messages name them: {@code chatwoot account help.example.com/1}
     * @param credentialOptions the options that hold the credentials, as messages name them: {@code accessToken}
     */
    public ErrorReader(String subject, String credentialOptions) {
        this.subject = subject;
        this.credentialOptions = credentialOptions;
    }

    /** Provider and account, as messages name them. */
    protected final String subject() {
        return subject;
    }

    /**
     * What is known about the effect of a call that was answered with an error.
     *
     * @param call the call
     * @param statusCode status of the answer, not 2xx
     * @param text the provider's text, may be empty
     */
    protected Outcome outcome(HttpCall call, int statusCode, String text) {
        return switch (statusCode) {
            case 429 -> Outcome.NOT_SENT;
            case 400, 401, 403, 404, 405, 406, 410, 413, 414, 415, 422 -> Outcome.REFUSED;
            default -> statusCode >= 300 && statusCode < 400 ? Outcome.REFUSED : Outcome.UNCLEAR;
        };
    }

    /**
     * Whether the answer says something about the account or host rather than about this one call.
     */
    protected boolean concernsAccount(HttpCall call, int statusCode, String text) {
        return statusCode == 401 || statusCode == 403 || statusCode == 408 || statusCode == 429 || statusCode >= 500
                || statusCode >= 300 && statusCode < 400;
    }

    /**
     * How long the provider asks to wait.
     *
     * @param headers reads a header of the answer by name, null when absent
     * @param providerNow the provider's clock, or null
     */
    protected Duration retryAfter(UnaryOperator<String> headers, Instant providerNow) {
        return RetryAfter.parse(headers.apply("Retry-After"), providerNow);
    }

    /**
     * As {@link #retryAfter(UnaryOperator, Instant)}, for providers that say it in the status or text instead of a header.
     *
     * @param statusCode status of the answer, not 2xx
     * @param text the provider's text, may be empty
     */
    protected Duration retryAfter(int statusCode, String text, UnaryOperator<String> headers, Instant providerNow) {
        return retryAfter(headers, providerNow);
    }

    /**
     * The status as the rest of the project takes it, for providers that say the same by another one.
     *
     * @param statusCode status of the answer, not 2xx
     * @param text the provider's text, may be empty
     */
    protected int meaning(int statusCode, String text) {
        return statusCode;
    }

    /** Names of the fields of an error's JSON that say what is wrong, at whatever depth they are below each other. */
    protected List<String> fields() {
        return FIELDS;
    }

    /** What a person can do about a status; a whole sentence, or an empty text. */
    protected String advice(int statusCode) {
        return switch (statusCode) {
            case 401, 403 -> "Check " + credentialOptions + " and what its owner may do.";
            case 404 -> "Check that the id exists in this account, and baseUrl.";
            case 429 -> "The limit is shared by all who use the account; requestsPerMinute on the component lowers our part.";
            default ->
                statusCode >= 300 && statusCode < 400 ? "Redirects are not followed with credentials; check baseUrl." : "";
        };
    }

    final HelpdeskException read(HttpCall call, int answered, String contentType, String body, Redaction redaction,
            UnaryOperator<String> headers, Instant providerNow) {
        // Redaction comes first: of what is cut off it would not know the beginning.
        String text = shortened(redaction.apply(text(contentType, body), call.body()));
        int statusCode = meaning(answered, text);
        String message = (call + " of " + subject + " was answered with " + answered
                + (text.isEmpty() ? "" : ": " + text) + ". " + advice(statusCode)).trim();
        Duration wait = retryAfter(statusCode, text, headers, providerNow);
        Outcome outcome = outcome(call, statusCode, text);
        if (outcome == Outcome.NOT_SENT) {
            return new NotSentException(message, statusCode, wait, null);
        }
        return new HelpdeskException(message, outcome, statusCode, wait, concernsAccount(call, statusCode, text), null);
    }

    private String text(String contentType, String body) {
        String trimmed = body.trim();
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
            try {
                return String.join("; ", texts(HelpdeskJson.mapper().readTree(trimmed)));
            } catch (JsonProcessingException e) {
                return "a body that is not JSON although it looks like it";
            }
        }
        if (trimmed.startsWith("<") || contentType.contains("html")) {
            return "an HTML page, not the API";
        }
        return trimmed;
    }

    private List<String> texts(JsonNode node) {
        List<String> found = new ArrayList<>();
        for (String name : fields()) {
            collect(node.path(name), found);
        }
        return found;
    }

    private void collect(JsonNode node, List<String> found) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, found));
        } else if (node.isObject()) {
            found.addAll(texts(node));
        } else if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
            found.add(node.asText().trim());
        }
    }

    private static String shortened(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "..." : text;
    }
}
