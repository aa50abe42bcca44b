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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

import com.fasterxml.jackson.databind.JavaType;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskJson;

/** Reads the answer to a call, as a stream and within a size; what is not 2xx is thrown. */
final class HttpAnswers {

    private static final int MAX_ERROR_BODY = 64 << 10;
    private static final Duration UNSAID_PAUSE = Duration.ofSeconds(1);

    private final HttpTarget target;
    private final RateBudget budget;
    private final ErrorReader errors;
    private final CallFailures failures;
    private final Redaction redaction;

    HttpAnswers(HttpTarget target, RateBudget budget, ErrorReader errors, CallFailures failures) {
        this.target = target;
        this.budget = budget;
        this.errors = errors;
        this.failures = failures;
        this.redaction = new Redaction(target.credentials().values());
    }

    <T> HttpAnswer<T> read(HttpCall call, JavaType type, ClassicHttpResponse response, HttpUriRequestBase request)
            throws IOException {
        try {
            return read(call, type, response, date(response), request);
        } catch (IOException e) {
            // HttpClient would first read what is left of the answer, which may be without end.
            request.abort();
            throw e;
        }
    }

    private <T> HttpAnswer<T> read(HttpCall call, JavaType type, ClassicHttpResponse response, Instant date,
            HttpUriRequestBase request) throws IOException {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return new HttpAnswer<>(status, date, body(call, type, response.getEntity()));
        }
        String contentType = header(response, "Content-Type");
        HelpdeskException failure = errors.read(call, status, contentType == null ? "" : contentType,
                errorBody(response.getEntity(), request), redaction, name -> header(response, name), date);
        if (status == 429) {
            budget.pause(failure.retryAfter() == null ? UNSAID_PAUSE : atMost(failure.retryAfter(), target.maxPause()));
        }
        throw failure;
    }

    private <T> T body(HttpCall call, JavaType type, HttpEntity entity) throws IOException {
        if (type.hasRawClass(Void.class)) {
            return null;
        }
        if (entity == null) {
            throw failures.unclear(call, "the answer has no body", null);
        }
        try (InputStream in = new LimitedInputStream(entity.getContent(), target.maxResponseSize())) {
            T value = HelpdeskJson.mapper().readerFor(type).readValue(in);
            if (value == null) {
                throw failures.unclear(call, "the answer is JSON null", null);
            }
            return value;
        }
    }

    private static String errorBody(HttpEntity entity, HttpUriRequestBase request) {
        if (entity == null) {
            return "";
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream in = new LimitedInputStream(entity.getContent(), MAX_ERROR_BODY)) {
            in.transferTo(body);
        } catch (IOException e) {
            // The status says more than the rest of the text would.
            request.abort();
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static Instant date(ClassicHttpResponse response) {
        String text = header(response, "Date");
        return text == null ? null : DateUtils.parseStandardDate(text);
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static Duration atMost(Duration asked, Duration limit) {
        return asked.compareTo(limit) > 0 ? limit : asked;
    }
}
