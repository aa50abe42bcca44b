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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

import io.github.camelhelpdesk.common.HelpdeskException;
import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/**
 * One call of a provider's API, before it is made.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param path path below the API's own path, beginning with a slash and already encoded; part of error messages, so it holds
 *        ids and no secrets
 * @param query query parameters in order, not yet encoded
 * @param body an object that is sent as JSON, a ready {@link HttpEntity}, a {@link FormBody}, or null
 */
public record HttpCall(String method, String path, List<NameValuePair> query, Object body) {

    public HttpCall {
        query = List.copyOf(query);
    }

    /** A GET. */
    public static HttpCall get(String path) {
        return new HttpCall("GET", path, List.of(), null);
    }

    /** A POST of a JSON body. */
    public static HttpCall post(String path, Object body) {
        return new HttpCall("POST", path, List.of(), body);
    }

    /** A PUT of a JSON body. */
    public static HttpCall put(String path, Object body) {
        return new HttpCall("PUT", path, List.of(), body);
    }

    /** A DELETE. */
    public static HttpCall delete(String path) {
        return new HttpCall("DELETE", path, List.of(), null);
    }

    /**
     * An id as one segment of a path.
     *
     * @throws IllegalArgumentException when it is none: empty, or one that would lead elsewhere
     */
    public static String segment(String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("'" + id + "' is not an id");
        }
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** This call with one more query parameter; unchanged when the value is null. */
    public HttpCall with(String name, Object value) {
        if (value == null) {
            return this;
        }
        List<NameValuePair> longer = new ArrayList<>(query);
        longer.add(new BasicNameValuePair(name, value.toString()));
        return new HttpCall(method, path, longer, body);
    }

    /**
     * Sees that the answer to this call has what it is asked for.
     *
     * @param isThere whether it has
     * @param what it is asked for, as the error names it
     * @throws HelpdeskException when it has not: what became of the call is then unclear
     */
    public void requireAnswered(boolean isThere, String what) {
        if (!isThere) {
            throw new HelpdeskException(this + " was answered without " + what, Outcome.UNCLEAR, 0, null, false, null);
        }
    }

    /** Whether making the call twice does no more than making it once. */
    public boolean isSafe() {
        return "GET".equals(method);
    }

    /** Method and path, as error messages name the call. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
