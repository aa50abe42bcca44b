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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIBuilder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;
import io.github.camelhelpdesk.common.HelpdeskJson;
import io.github.camelhelpdesk.common.NotSentException;

/** Makes each call once, within the budget, and reads the answer as a stream. */
public final class HttpTransport implements Transport {

    private static final int MAX_ERROR_BODY = 64 << 10;
    /** Calls that are only a little early are paced; for longer waits the caller decides. */
    private static final Duration MOST_PACING = Duration.ofSeconds(1);

    private final HttpClient client;
    private final HttpTarget target;
    private final RateBudget budget;
    private final ErrorReader errors;
    private final RequestDeadlines deadlines;
    private final Redaction redaction;

    /**
     * @param client the client; must neither retry nor follow redirects
     * @param target where the API is, and how to be let in
     * @param budget how many calls may be made
     * @param errors reads answers that are not 2xx
     * @param deadlines ends requests that take too long
     */
    HttpTransport(HttpClient client, HttpTarget target, RateBudget budget, ErrorReader errors, RequestDeadlines deadlines) {
        this.client = client;
        this.target = target;
        this.budget = budget;
        this.errors = errors;
        this.deadlines = deadlines;
        this.redaction = new Redaction(target.credentials().values());
    }

    @Override
    public <T> HttpAnswer<T> send(HttpCall call, JavaType type) {
        HttpUriRequestBase request = request(call);
        takeFromBudget(call);
        try {
            return send(call, type, request);
        } catch (JsonProcessingException e) {
            // Within a list Jackson wraps what its source throws.
            if (e.getCause() instanceof LimitedInputStream.LimitExceededException tooLarge) {
                throw tooLarge(call, tooLarge);
            }
            // Without the cause: Jackson quotes the source, which may be a customer's text.
            throw unclear(call, "the answer is not the JSON that was expected (" + e.getClass().getSimpleName() + " at line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ")", null);
        } catch (LimitedInputStream.LimitExceededException e) {
            throw tooLarge(call, e);
        } catch (IOException e) {
            throw failure(call, e);
        }
    }

    private <T> HttpAnswer<T> send(HttpCall call, JavaType type, HttpUriRequestBase request) throws IOException {
        ScheduledFuture<?> deadline = deadlines.abortAfter(request, target.maxResponseTime());
        try {
            return client.execute(request, response -> readOrAbort(call, type, response, request));
        } catch (IOException e) {
            throw deadline.getDelay(TimeUnit.NANOSECONDS) <= 0 && !ConnectionFailure.nothingWasSent(e) ? tooSlow(e) : e;
        } finally {
            deadline.cancel(false);
        }
    }

    /** The aborted request itself only says that its socket was closed. */
    private IOException tooSlow(IOException cause) {
        IOException tooSlow = new SocketTimeoutException("no complete answer within " + target.maxResponseTime().toMillis()
                + " ms; raise responseTimeout if that is right");
        tooSlow.initCause(cause);
        return tooSlow;
    }

    private void takeFromBudget(HttpCall call) {
        try {
            for (Duration wait = budget.take(); !wait.isZero(); wait = budget.take()) {
                if (wait.compareTo(MOST_PACING) > 0) {
                    throw new NotSentException(call + " of " + errors.subject() + ": our own budget of requests is used up for "
                            + wait.toMillis() + " ms", 0, wait, null);
                }
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(call + " of " + errors.subject() + ": stopped while waiting for the budget", 0, null, e);
        }
    }

    private HttpUriRequestBase request(HttpCall call) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), uri(call));
        request.setHeader("Accept", target.accept());
        target.credentials().forEach((name, value) -> request.setHeader(new SecretHeader(name, value)));
        if (call.body() instanceof HttpEntity entity) {
            request.setEntity(entity);
        } else if (call.body() instanceof FormBody form) {
            request.setEntity(form.entity());
        } else if (call.body() != null) {
            request.setEntity(new ByteArrayEntity(json(call), ContentType.APPLICATION_JSON));
        }
        return request;
    }

    private static byte[] json(HttpCall call) {
        try {
            return HelpdeskJson.mapper().writeValueAsBytes(call.body());
        } catch (JsonProcessingException e) {
            // Without the cause: it may quote a customer's text.
            throw new IllegalArgumentException(call + ": the body of type " + call.body().getClass().getName()
                    + " cannot be written as JSON (" + e.getClass().getSimpleName() + "); nothing was sent");
        }
    }

    private URI uri(HttpCall call) {
        String address = target.base() + call.path();
        try {
            return call.query().isEmpty() ? new URI(address) : new URIBuilder(address).addParameters(call.query()).build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(call + ": not a valid path", e);
        }
    }

    private <T> HttpAnswer<T> readOrAbort(HttpCall call, JavaType type, ClassicHttpResponse response,
            HttpUriRequestBase request)
            throws IOException {
        try {
            return read(call, type, response, request);
        } catch (IOException e) {
            // HttpClient would first read what is left of the answer, which may be without end.
            request.abort();
            throw e;
        }
    }

    private <T> HttpAnswer<T> read(HttpCall call, JavaType type, ClassicHttpResponse response, HttpUriRequestBase request)
            throws IOException {
        UnaryOperator<String> headers = name -> {
            Header header = response.getFirstHeader(name);
            return header == null ? null : header.getValue();
        };
        String dateText = headers.apply("Date");
        Instant date = dateText == null ? null : DateUtils.parseStandardDate(dateText);
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return new HttpAnswer<>(status, date, body(call, type, response.getEntity()));
        }
        HelpdeskException failure = errors.read(call, status, contentType(response), errorBody(response.getEntity(), request),
                redaction, headers, date);
        if (status == 429) {
            budget.pause(
                    failure.retryAfter() == null ? Duration.ofSeconds(1) : atMost(failure.retryAfter(), target.maxPause()));
        }
        throw failure;
    }

    private <T> T body(HttpCall call, JavaType type, HttpEntity entity) throws IOException {
        if (type.hasRawClass(Void.class)) {
            return null;
        }
        if (entity == null) {
            throw unclear(call, "the answer has no body", null);
        }
        try (InputStream in = new LimitedInputStream(entity.getContent(), target.maxResponseSize())) {
            T value = HelpdeskJson.mapper().readerFor(type).readValue(in);
            if (value == null) {
                throw unclear(call, "the answer is JSON null", null);
            }
            return value;
        }
    }

    private String errorBody(HttpEntity entity, HttpUriRequestBase request) {
        if (entity == null) {
            return "";
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream in = new LimitedInputStream(entity.getContent(), MAX_ERROR_BODY)) {
            in.transferTo(body);
        } catch (IOException e) {
            // The status says more than the rest of the text would.
            request.abort();
            return body.toString(StandardCharsets.UTF_8);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String contentType(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Content-Type");
        return header == null ? "" : header.getValue();
    }

    private HelpdeskException failure(HttpCall call, IOException cause) {
        if (ConnectionFailure.nothingWasSent(cause)) {
            return new NotSentException(call + " of " + errors.subject() + ": cannot connect to " + target.origin() + " ("
                    + ConnectionFailure.describe(cause) + "). Check baseUrl, the proxy options and that the host is up.", 0,
                    null,
                    cause);
        }
        return unclear(call, ConnectionFailure.describe(cause), cause);
    }

    private ResponseTooLargeException tooLarge(HttpCall call, LimitedInputStream.LimitExceededException cause) {
        return new ResponseTooLargeException(call + " of " + errors.subject() + ": " + cause.getMessage()
                + "; raise maxResponseSize if that is right", 200, cause);
    }

    private HelpdeskException unclear(HttpCall call, String what, Throwable cause) {
        return new HelpdeskException(call + " of " + errors.subject() + ": " + what, Outcome.UNCLEAR, 0, null, true, cause);
    }

    private static Duration atMost(Duration asked, Duration limit) {
        return asked.compareTo(limit) > 0 ? limit : asked;
    }
}
