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
package io.github.camelhelpdesk.common;

import java.time.Duration;

import org.apache.camel.spi.HttpResponseAware;

/**
 * A call to a provider that did not do what was asked. Says what failed, on which resource, what the provider answered and
 * whether trying again can help. Never holds a secret, a request header or a customer's text.
 */
public class HelpdeskException extends RuntimeException implements HttpResponseAware {

    /** What is known about the effect of the call. */
    public enum Outcome {
        /** Nothing was processed: no connection, our own budget, or 429. Safe to send again. */
        NOT_SENT,
        /** The provider refused it before processing. Sending the same again gives the same answer. */
        REFUSED,
        /** It may have been processed: time-out, reset, 5xx, an answer that cannot be read. */
        UNCLEAR
    }

    private final Outcome outcome;
    private final int statusCode;
    private final Duration retryAfter;
    private final boolean concernsAccount;

    /**
     * @param message what failed, on which resource, the provider's text, what to change
     * @param outcome what is known about the effect
     * @param statusCode HTTP status, 0 when there was no answer
     * @param retryAfter how long the provider asks to wait, or null
     * @param concernsAccount whether every other call of the account would fail too, as opposed to this message only
     * @param cause the cause, or null
     */
    public HelpdeskException(String message, Outcome outcome, int statusCode, Duration retryAfter, boolean concernsAccount,
            Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
        this.statusCode = statusCode;
        this.retryAfter = retryAfter;
        this.concernsAccount = concernsAccount;
    }

    /** What is known about the effect of the call. */
    public Outcome outcome() {
        return outcome;
    }

    /** HTTP status of the answer, 0 when there was none. */
    public int statusCode() {
        return statusCode;
    }

    /** Whether what was asked for does not exist, or not any more: 404 or 410. */
    public boolean isGone() {
        return statusCode == 404 || statusCode == 410;
    }

    @Override
    public int getHttpResponseCode() {
        return statusCode;
    }

    @Override
    public void setHttpResponseCode(int httpResponseCode) {
        throw new UnsupportedOperationException("What was answered does not change");
    }

    @Override
    public String getHttpResponseStatus() {
        return null;
    }

    @Override
    public void setHttpResponseStatus(String httpResponseStatus) {
        throw new UnsupportedOperationException("What was answered does not change");
    }

    /** How long the provider, or our budget, asks to wait before the next call; null when nothing was said. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether every other call of the account would fail too: 401, 403, 429, 5xx, connection, TLS. */
    public boolean concernsAccount() {
        return concernsAccount;
    }
}
